namespace Dreaming;

/// <summary>The agent said something to the user. Stands for itself as a type argument of a constraint, and is what a guard of it takes.</summary>
/// <param name="Text">The words.</param>
public sealed record Reply(string Text);

/// <summary>The user said something. Stands for itself as a type argument of a constraint, and is what a guard of it takes.</summary>
/// <param name="Text">The words, as received.</param>
public sealed record UserTurn(string Text);

/// <summary>As a type argument of a constraint: a call of any tool, declared or not, valid or not. Is never made.</summary>
public sealed class AnyCall
{
    private AnyCall()
    {
    }
}

/// <summary>Declares a signal: something that the user reveals and that a policy speaks about. A record that implements <see cref="ISignal{TSelf}"/>.</summary>
/// <param name="id">A kebab-case name, unique in the domain.</param>
/// <param name="description">What it is that the user reveals, in words.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignalAttribute(string id, string description) : Attribute
{
    /// <summary>A kebab-case name, unique in the domain.</summary>
    public string Id { get; } = id;

    /// <summary>What it is that the user reveals, in words.</summary>
    public string Description { get; } = description;
}

/// <summary>Something that the user reveals and that a policy speaks about.</summary>
/// <typeparam name="TSelf">The signal's record. Its members can correlate a constraint (<see cref="ConstraintAttribute.Same"/>).</typeparam>
public interface ISignal<TSelf>
    where TSelf : class, ISignal<TSelf>
{
    /// <summary>Says whether the user's last message raises the signal. Asked once for every message of the user; the same conversation gives the same answer.</summary>
    /// <param name="soFar">What happened until then; the last event is the user's message.</param>
    /// <returns>The signal; null when the message does not raise it.</returns>
    static abstract TSelf? Detect(Trajectory soFar);
}
