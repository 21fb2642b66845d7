using System.Text.RegularExpressions;

namespace Dreaming.Rubrics;

internal static partial class Phrases
{
    public static bool AdmitsFailure(string text) => Failure().IsMatch(text);

    [GeneratedRegex(@"\b(unable|could ?n['’o]t|can ?not|can['’]t|not able|unavailable|not available|not working|out of (service|order)|is down|failed|fails|failing|failure|problem|trouble|error|did ?n['’o]t (work|go through|answer|respond)|no (answer|response)|try again)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Failure();
}
