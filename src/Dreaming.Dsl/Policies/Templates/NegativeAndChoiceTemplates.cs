namespace Dreaming;

/// <summary>a and b do not both happen. LTLf: <c>!(F a &amp; F b)</c>.</summary>
/// <typeparam name="TFirst">a.</typeparam>
/// <typeparam name="TSecond">b.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class NotCoExistenceAttribute<TFirst, TSecond> : BinaryConstraintAttribute<TFirst, TSecond>;

/// <summary>After a, b never happens any more. LTLf: <c>G(a -> WX G !b)</c>.</summary>
/// <typeparam name="TFirst">a.</typeparam>
/// <typeparam name="TSecond">b.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class NotSuccessionAttribute<TFirst, TSecond> : BinaryConstraintAttribute<TFirst, TSecond>;

/// <summary>b is never the event right after a. LTLf: <c>G(a -> WX !b)</c>.</summary>
/// <typeparam name="TFirst">a.</typeparam>
/// <typeparam name="TSecond">b.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class NotChainSuccessionAttribute<TFirst, TSecond> : BinaryConstraintAttribute<TFirst, TSecond>;

/// <summary>At least one of the two happens. LTLf: <c>F a | F b</c>.</summary>
/// <typeparam name="TFirst">a.</typeparam>
/// <typeparam name="TSecond">b.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ChoiceAttribute<TFirst, TSecond> : BinaryConstraintAttribute<TFirst, TSecond>;

/// <summary>One of the two happens, and only one. LTLf: <c>(F a | F b) &amp; !(F a &amp; F b)</c>.</summary>
/// <typeparam name="TFirst">a.</typeparam>
/// <typeparam name="TSecond">b.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ExclusiveChoiceAttribute<TFirst, TSecond> : BinaryConstraintAttribute<TFirst, TSecond>;
