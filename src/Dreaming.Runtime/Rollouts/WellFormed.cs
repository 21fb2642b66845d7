using System.Text;

namespace Dreaming.Rollouts;

/// <summary>Text that survives a journal: half a surrogate pair becomes U+FFFD here, not on the way to disk.</summary>
internal static class WellFormed
{
    public static string Text(string text) =>
        text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
