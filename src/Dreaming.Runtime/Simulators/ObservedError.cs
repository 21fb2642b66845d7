namespace Dreaming.Simulators;

/// <summary>A way in which a tool turned calls down in the recordings.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Text">What the agent read.</param>
/// <param name="Times">How often.</param>
/// <param name="Calls">Of how many calls of the tool that were answered.</param>
public sealed record ObservedError(string Tool, string Text, int Times, int Calls)
{
    /// <summary>The observed rate, from 0 to 1.</summary>
    public double Rate => (double)Times / Calls;
}
