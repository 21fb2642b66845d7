namespace Dreaming.Contracts;

/// <summary>A signal, made by generated code.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Description">What it is that the user reveals.</param>
/// <param name="Detect">Gives the signal's record when the last message of the user, with which the trajectory ends, raises it; else null. It may throw: that is a failure of the specification.</param>
public sealed record SignalContract(string Id, string Description, Func<Trajectory, object?> Detect);
