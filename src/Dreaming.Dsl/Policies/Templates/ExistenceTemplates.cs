namespace Dreaming;

/// <summary>It happens at least once. LTLf: <c>F a</c>.</summary>
/// <typeparam name="T">The event.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ExistenceAttribute<T> : UnaryConstraintAttribute<T>
{
    /// <summary>It happens by that turn of the user, counted from 1.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinTurns { get; set; } = -1;

    /// <summary>It is among that many first calls.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinCalls { get; set; } = -1;
}

/// <summary>It never happens. LTLf: <c>G !a</c>.</summary>
/// <typeparam name="T">The event.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AbsenceAttribute<T> : UnaryConstraintAttribute<T>;

/// <summary>It happens at least so often. LTLf: <c>F(a &amp; X F(a ...))</c>.</summary>
/// <typeparam name="T">The event.</typeparam>
/// <param name="count">How often, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AtLeastAttribute<T>(int count) : UnaryConstraintAttribute<T>
{
    /// <summary>How often.</summary>
    public int Count { get; } = count;
}

/// <summary>It happens at most so often. LTLf: <c>!AtLeast(count + 1)</c>.</summary>
/// <typeparam name="T">The event.</typeparam>
/// <param name="count">How often, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AtMostAttribute<T>(int count) : UnaryConstraintAttribute<T>
{
    /// <summary>How often.</summary>
    public int Count { get; } = count;
}

/// <summary>It happens exactly so often. LTLf: <c>AtLeast(count) &amp; AtMost(count)</c>.</summary>
/// <typeparam name="T">The event.</typeparam>
/// <param name="count">How often, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ExactlyAttribute<T>(int count) : UnaryConstraintAttribute<T>
{
    /// <summary>How often.</summary>
    public int Count { get; } = count;
}

/// <summary>It is the first event of the trace. A trace without events meets it: nothing has begun. LTLf: <c>a | G false</c>.</summary>
/// <typeparam name="T">The event.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class InitAttribute<T> : UnaryConstraintAttribute<T>;

/// <summary>It is the last event of the trace. A trace without events does not meet it. LTLf: <c>F(a &amp; !X true)</c>.</summary>
/// <typeparam name="T">The event.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class EndAttribute<T> : UnaryConstraintAttribute<T>;
