namespace Dreaming;

/// <summary>If a happens, b happens too: before, after, or in the same event. LTLf: <c>F a -> F b</c>.</summary>
/// <typeparam name="TFirst">a.</typeparam>
/// <typeparam name="TSecond">b.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RespondedExistenceAttribute<TFirst, TSecond> : BinaryConstraintAttribute<TFirst, TSecond>
{
    /// <summary>For each a, a b is at most so many turns of the user away.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinTurns { get; set; } = -1;

    /// <summary>For each a, a b is at most so many calls away, itself counted.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinCalls { get; set; } = -1;
}

/// <summary>Either both happen or neither does. LTLf: <c>F a &lt;-> F b</c>.</summary>
/// <typeparam name="TFirst">a.</typeparam>
/// <typeparam name="TSecond">b.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class CoExistenceAttribute<TFirst, TSecond> : BinaryConstraintAttribute<TFirst, TSecond>
{
    /// <summary>For each a, a b is at most so many turns of the user away, and for each b an a.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinTurns { get; set; } = -1;

    /// <summary>For each a, a b is at most so many calls away, itself counted, and for each b an a.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinCalls { get; set; } = -1;
}

/// <summary>Whenever a happens, b happens afterwards, sooner or later. LTLf: <c>G(a -> X F b)</c>.</summary>
/// <typeparam name="TFirst">a.</typeparam>
/// <typeparam name="TSecond">b.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ResponseAttribute<TFirst, TSecond> : BinaryConstraintAttribute<TFirst, TSecond>
{
    /// <summary>The b follows before the user has spoken more often than that; 0: before the user speaks again.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinTurns { get; set; } = -1;

    /// <summary>The b is among that many next calls.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinCalls { get; set; } = -1;
}

/// <summary>Whenever a happens, b happens afterwards, and before a happens again. LTLf: <c>G(a -> X(!a U b))</c>.</summary>
/// <typeparam name="TFirst">a.</typeparam>
/// <typeparam name="TSecond">b.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AlternateResponseAttribute<TFirst, TSecond> : BinaryConstraintAttribute<TFirst, TSecond>
{
    /// <summary>The b follows before the user has spoken more often than that; 0: before the user speaks again.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinTurns { get; set; } = -1;

    /// <summary>The b is among that many next calls.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinCalls { get; set; } = -1;
}

/// <summary>Whenever a happens, b is the very next event. LTLf: <c>G(a -> X b)</c>.</summary>
/// <typeparam name="TFirst">a.</typeparam>
/// <typeparam name="TSecond">b.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ChainResponseAttribute<TFirst, TSecond> : BinaryConstraintAttribute<TFirst, TSecond>;

/// <summary>b happens only after a has happened; an event that is both does not enable itself. LTLf: <c>!b W (a &amp; !b)</c>.</summary>
/// <typeparam name="TFirst">a.</typeparam>
/// <typeparam name="TSecond">b.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PrecedenceAttribute<TFirst, TSecond> : BinaryConstraintAttribute<TFirst, TSecond>
{
    /// <summary>The user has spoken at most so often since the a; 0: not since.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinTurns { get; set; } = -1;

    /// <summary>The a is at most so many calls back, the b counted.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinCalls { get; set; } = -1;
}

/// <summary>
/// b happens only after a has happened, and each b needs an a of its own since the last b. An event that is both is a b first: it needs an earlier a, and serves for the next b.
/// LTLf: <c>(!b W (a &amp; !b)) &amp; G(b -> a | WX(!b W (a &amp; !b)))</c>.
/// </summary>
/// <typeparam name="TFirst">a.</typeparam>
/// <typeparam name="TSecond">b.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AlternatePrecedenceAttribute<TFirst, TSecond> : BinaryConstraintAttribute<TFirst, TSecond>
{
    /// <summary>The user has spoken at most so often since the a; 0: not since.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinTurns { get; set; } = -1;

    /// <summary>The a is at most so many calls back, the b counted.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinCalls { get; set; } = -1;
}

/// <summary>Whenever b happens, a was the event right before it. LTLf: <c>!b &amp; G(X b -> a)</c>.</summary>
/// <typeparam name="TFirst">a.</typeparam>
/// <typeparam name="TSecond">b.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ChainPrecedenceAttribute<TFirst, TSecond> : BinaryConstraintAttribute<TFirst, TSecond>;

/// <summary>Response and Precedence together. LTLf: <c>Response(a, b) &amp; Precedence(a, b)</c>.</summary>
/// <typeparam name="TFirst">a.</typeparam>
/// <typeparam name="TSecond">b.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SuccessionAttribute<TFirst, TSecond> : BinaryConstraintAttribute<TFirst, TSecond>
{
    /// <summary>Of Response and of Precedence: the user speaks at most so often in between.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinTurns { get; set; } = -1;

    /// <summary>Of Response and of Precedence: the b is among that many calls after the a.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinCalls { get; set; } = -1;
}

/// <summary>AlternateResponse and AlternatePrecedence together. LTLf: <c>AlternateResponse(a, b) &amp; AlternatePrecedence(a, b)</c>.</summary>
/// <typeparam name="TFirst">a.</typeparam>
/// <typeparam name="TSecond">b.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AlternateSuccessionAttribute<TFirst, TSecond> : BinaryConstraintAttribute<TFirst, TSecond>
{
    /// <summary>Of Response and of Precedence: the user speaks at most so often in between.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinTurns { get; set; } = -1;

    /// <summary>Of Response and of Precedence: the b is among that many calls after the a.</summary>
    /// <value>The default, -1, is no limit.</value>
    public int WithinCalls { get; set; } = -1;
}

/// <summary>ChainResponse and ChainPrecedence together. LTLf: <c>ChainResponse(a, b) &amp; ChainPrecedence(a, b)</c>.</summary>
/// <typeparam name="TFirst">a.</typeparam>
/// <typeparam name="TSecond">b.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ChainSuccessionAttribute<TFirst, TSecond> : BinaryConstraintAttribute<TFirst, TSecond>;
