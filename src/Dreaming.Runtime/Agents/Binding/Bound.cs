using Dreaming.Agents.Reading;

namespace Dreaming.Agents.Binding;

/// <summary>Where a value for a slot comes from.</summary>
internal enum Source
{
    /// <summary>The user told it when asked, or by name.</summary>
    Answered,
    /// <summary>The user said something that can only be this.</summary>
    Said,
    /// <summary>A result shows it in the object that the user speaks of.</summary>
    Focus,
    /// <summary>A result shows it, by itself.</summary>
    Shown,
    /// <summary>A result shows it as one of several.</summary>
    Listed,
    /// <summary>An earlier call was made with it.</summary>
    Before,
    /// <summary>The contract gives it as an example.</summary>
    Example,
    /// <summary>One of the few values that the contract allows.</summary>
    Guess,
    /// <summary>Words that the agent put together.</summary>
    Worded,
}

/// <summary>A value for a slot.</summary>
/// <param name="Json">Canonical JSON.</param>
/// <param name="Text">The value as text.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Score">How likely it is to be meant, against other values for the same slot.</param>
/// <param name="Row">The object that showed it; null when none did.</param>
/// <param name="Unchecked">It stands for a scrubbed value, which no contract can be asked about.</param>
internal sealed record Bound(string Json, string Text, Source Source, double Score, SeenRow? Row = null, bool Unchecked = false);
