namespace Dreaming;

/// <summary>A guard or the reading of a key threw. The event has no verdict, and the monitor stays as it was before it: that is a failure of the specification.</summary>
/// <param name="constraint">The constraint's id.</param>
/// <param name="guard">The guard's name, or the correlating member.</param>
/// <param name="inner">What was thrown.</param>
public sealed class PolicyGuardException(string constraint, string guard, Exception inner)
    : Exception($"'{guard}' of the constraint '{constraint}' threw: {inner.Message} The event has no verdict. A guard may not throw: give it an answer for every event of its type.", inner)
{
    /// <summary>The constraint's id.</summary>
    public string Constraint { get; } = constraint;

    /// <summary>The guard's name, or the correlating member.</summary>
    public string Guard { get; } = guard;
}

/// <summary>A signal whose detection threw. The trajectory has no trace: that is a failure of the specification.</summary>
/// <param name="signal">The signal's id.</param>
/// <param name="index">The index in <see cref="Trajectory.Events"/> of the message.</param>
/// <param name="inner">What was thrown.</param>
public sealed class PolicySignalException(string signal, int index, Exception inner)
    : Exception($"The detection of the signal '{signal}' threw on the user's message at event {index}: {inner.Message} Give it an answer for every conversation; null when the message does not raise the signal.", inner)
{
    /// <summary>The signal's id.</summary>
    public string Signal { get; } = signal;

    /// <summary>The index in <see cref="Trajectory.Events"/> of the message.</summary>
    public int Index { get; } = index;
}
