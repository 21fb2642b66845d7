using System.Text.RegularExpressions;

namespace Dreaming.Agents.Language;

/// <summary>Reads the words of templates.</summary>
internal static partial class Templates
{
    /// <summary>A template without the names of slots in braces.</summary>
    public static string WithoutNames(string template) => Braces().Replace(template, " ");

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();
}
