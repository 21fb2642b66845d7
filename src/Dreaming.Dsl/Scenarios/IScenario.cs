namespace Dreaming;

/// <summary>
/// What a user wants, knows and will accept. A scenario is a partial record; its parameters are the facts, and each instance is grounded in the sandbox's world.
/// </summary>
/// <typeparam name="TSelf">The scenario itself.</typeparam>
/// <typeparam name="TWorld">The domain's sandbox.</typeparam>
public interface IScenario<TSelf, TWorld>
    where TSelf : class, IScenario<TSelf, TWorld>
    where TWorld : class, ISandbox<TWorld>
{
    /// <summary>Every instance of this scenario that the world offers, in a fixed order.</summary>
    static abstract IEnumerable<TSelf> Seeds(TWorld world);

    /// <summary>Reads the scenario off a recorded episode: what did this user want? Null when it is another scenario.</summary>
    /// <param name="episode">What happened. Sensitive values in it are pseudonyms: facts about people come from <paramref name="world"/>.</param>
    /// <param name="world">The world as it was when the episode began.</param>
    static abstract TSelf? Ground(Trajectory episode, TWorld world);

    /// <summary>Whether the user got what a good agent would have given. Observed in the world and in what was called, never in what the agent claims.</summary>
    /// <param name="before">The world at the start, after any counterfactual change.</param>
    /// <param name="after">The world at the end.</param>
    /// <param name="trajectory">What happened in between.</param>
    bool Achieved(TWorld before, TWorld after, Trajectory trajectory);
}
