using System.Globalization;
using System.Text;
using Dreaming.Dreams;
using Dreaming.Regressions;

namespace Dreaming.Xunit;

/// <summary>The name of a row.</summary>
internal static class DreamName
{
    /// <summary><c>scenario/family/operators/number</c>, for example <c>repeat-prescription/failure-injection/check_stock-Transient/003</c>.</summary>
    public static string Of(Skeleton skeleton, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Of(skeleton)}/{number:000}");

    /// <summary>The same without a number.</summary>
    public static string Of(Skeleton skeleton) =>
        $"{skeleton.Scenario}/{(skeleton.Family is { } family ? Kebab(family.ToString()) : "rehearsal")}/{(skeleton.Operators.IsEmpty ? "as-it-was" : string.Join('+', skeleton.Operators.Select(OperatorText.Name)))}";

    private static string Kebab(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
