namespace Dreaming.Episodes;

/// <summary>Episodes cannot be read at all: the path leads nowhere or may not be opened. The message is a sentence for the person who gave the path.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="innerException">What the system said; null when it was not asked.</param>
public sealed class EpisodeSourceException(string message, Exception? innerException = null) : Exception(message, innerException);
