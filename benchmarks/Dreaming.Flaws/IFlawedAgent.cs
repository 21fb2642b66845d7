using Microsoft.Extensions.AI;

namespace Dreaming.Flaws;

/// <summary>An agent that does one thing wrong. Public classes with a parameterless constructor are found by this interface; they keep no state between calls.</summary>
public interface IFlawedAgent : IChatClient
{
    /// <summary>What it does wrong, in one line.</summary>
    string Flaw { get; }

    /// <summary>What kind of flaw that is.</summary>
    FlawCategory Category { get; }
}
