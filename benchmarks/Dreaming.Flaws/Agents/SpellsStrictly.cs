using System.Text.RegularExpressions;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Does not know a word with a slip of the keyboard in it.</summary>
public sealed class SpellsStrictly : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Does not know a word with a slip of the keyboard in it.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.EdgeCase;

    /// <inheritdoc/>
    protected override Reader Reader { get; } = new Words();

    private sealed class Words : Reader
    {
        public override bool HasAny(string text, params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
                if (Regex.IsMatch(text, $@"\b{word}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))
                    return true;
            return false;
        }
    }
}
