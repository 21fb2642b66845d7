namespace Dreaming;

/// <summary>
/// The world that tools act on while dreaming. A sandbox is a partial class with one public method <c>ToolOutcome&lt;TResult&gt; Handle(TTool call)</c> for
/// each tool; the compiler adds the dispatch. Its state is held in immutable collections, so that a fork costs nothing.
/// </summary>
/// <typeparam name="TSelf">The sandbox itself.</typeparam>
public interface ISandbox<TSelf>
    where TSelf : class, ISandbox<TSelf>
{
    /// <summary>Opens the world in its initial state.</summary>
    /// <param name="options">Where its data lies and what time it is there.</param>
    static abstract TSelf Open(WorldOptions options);

    /// <summary>A world with the same state that changes on its own from here.</summary>
    TSelf Fork();
}
