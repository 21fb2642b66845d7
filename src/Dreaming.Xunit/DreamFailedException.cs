namespace Dreaming.Xunit;

/// <summary>An agent did not do in a dream what was asserted, or the dream could not tell.</summary>
/// <param name="message">The report, as the test shows it.</param>
public sealed class DreamFailedException(string message) : Exception(message), IAssertionException;

/// <summary>xUnit counts an exception as a failed assertion when it implements an interface of this name.</summary>
internal interface IAssertionException;
