using System.Runtime.CompilerServices;

namespace Dreaming.Generators.Tests.Harness;

/// <summary>Compares text with a reviewed file beside the test: <c>Name.verified.cs</c>. What differs is left as <c>Name.received.cs</c>.</summary>
internal static class Snapshot
{
    public static void Matches(string text, string name, [CallerFilePath] string test = "")
    {
        var verified = Path.Combine(Path.GetDirectoryName(test)!, name + ".verified.cs");
        var received = Path.Combine(Path.GetDirectoryName(test)!, name + ".received.cs");
        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : null;
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail(expected is null
            ? $"There is no {verified}. Read {received}, and rename it if it is right."
            : $"{received} differs from {verified}: {FirstDifference(expected, text)}. Rename it if it is right.");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = left.Zip(right).TakeWhile(p => p.First == p.Second).Count();
        return $"line {line + 1} was '{left.ElementAtOrDefault(line)}' and is '{right.ElementAtOrDefault(line)}'";
    }
}
