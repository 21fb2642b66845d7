namespace Dreaming;

/// <summary>Marks a record as a tool whose successful call returns <typeparamref name="TResult"/>.</summary>
/// <typeparam name="TResult">A scalar, a <see cref="DataAttribute">data record</see>, a list or a string-keyed dictionary of these.</typeparam>
#pragma warning disable CA1040 // The type argument is the content.
public interface ITool<TResult>;
#pragma warning restore CA1040
