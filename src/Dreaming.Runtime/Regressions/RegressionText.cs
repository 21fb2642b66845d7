using System.Text;
using Dreaming.Contracts;
using Dreaming.Dreams;
using Dreaming.Shrinking;

namespace Dreaming.Regressions;

/// <summary>A frozen dream as a test that is ready to be pasted.</summary>
public static class RegressionText
{
    /// <summary>The name that a frozen dream's file has by default, for example <c>repeat-prescription-4f2a91c0.dream.json</c>.</summary>
    /// <param name="dream">The dream.</param>
    public static string FileName(Dream dream) => $"{dream.Skeleton.Scenario}-{dream.Skeleton.Id[..Math.Min(8, dream.Skeleton.Id.Length)]}.dream.json";

    /// <summary>The source of an xUnit fact that opens the file, runs an agent in it and asserts that it passes. What stands for the agent has to be filled in.</summary>
    /// <param name="frozen">The frozen dream.</param>
    /// <param name="domain">Its domain.</param>
    /// <param name="file">The name of the file.</param>
    public static string Fact(FrozenDream frozen, DomainManifest domain, string file) => $$"""
        [Fact]
        public async Task {{Method(frozen)}}()
        {
            // {{frozen.Rule?.Because.ReplaceLineEndings(" ") ?? "It passed when it was frozen."}}
            var dream = await DreamCase.OpenAsync<{{domain.GetType().FullName?.Replace('+', '.')}}>({{Literal(Path.GetFileName(file))}}, TestContext.Current.CancellationToken);
            await dream.AssertPassesAsync(agent: new YourAgent(), TestContext.Current.CancellationToken);
        }
        """;

    private static string Method(FrozenDream frozen)
    {
        var about = frozen.Rule switch
        {
            { Kind: RuleKind.Success } => "reaches what the user came for",
            { } rule => $"keeps {rule.Id}",
            null => "passes",
        };
        var name = new StringBuilder();
        foreach (var c in $"{frozen.Dream.Skeleton.Scenario} {about}")
            name.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        return name.Length > 0 && char.IsAsciiLetter(name[0]) ? char.ToUpperInvariant(name[0]) + name.ToString(1, name.Length - 1) : "Dream_" + name;
    }

    private static string Literal(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
