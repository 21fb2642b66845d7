using System.ComponentModel.DataAnnotations;

namespace Dreaming.Overlays;

/// <summary>How the policy agent learns.</summary>
public sealed record LearningOptions
{
    /// <summary>The rank of the change: in how many ways a state can matter.</summary>
    /// <value>The default is 16.</value>
    [Range(1, 256)]
    public int Rank { get; init; } = 16;

    /// <summary>The change is scaled by alpha over rank.</summary>
    /// <value>The default is 16.</value>
    [Range(0.01, 1024)]
    public double Alpha { get; init; } = 16;

    /// <summary>How often all lessons are gone through, at most.</summary>
    /// <value>The default is 30.</value>
    [Range(1, 10_000)]
    public int Epochs { get; init; } = 30;

    /// <summary>The size of a step.</summary>
    /// <value>The default is 0.1.</value>
    [Range(1e-6, 10)]
    public double LearningRate { get; init; } = 0.1;

    /// <summary>Draws the change towards zero: half of this times the squares of both factors, which bounds the nuclear norm of their product.</summary>
    /// <value>The default is 0.0001.</value>
    [Range(0, 1)]
    public double L2 { get; init; } = 1e-4;

    /// <summary>How much it counts that the right action is preferred to the attempted one, beside that it is preferred to all.</summary>
    /// <value>The default is 0.5.</value>
    [Range(0, 100)]
    public double Preference { get; init; } = 0.5;

    /// <summary>The share of a state's features that are left out at random each time, so that none is relied upon alone.</summary>
    /// <value>The default is 0.3.</value>
    [Range(0, 0.9)]
    public double Dropout { get; init; } = 0.3;

    /// <summary>The share of lessons, by their source, that is kept aside to see when to stop.</summary>
    /// <value>The default is 0.1.</value>
    [Range(0, 0.9)]
    public double Aside { get; init; } = 0.1;

    /// <summary>How many rounds without improvement on the lessons kept aside end the learning.</summary>
    /// <value>The default is 5.</value>
    [Range(1, 1_000)]
    public int Patience { get; init; } = 5;
}

/// <summary>How learning went.</summary>
/// <param name="Lessons">Lessons that were given.</param>
/// <param name="Matched">Lessons whose right action is one that the agent can take.</param>
/// <param name="Skipped">Lessons that this agent cannot express; they teach it nothing.</param>
/// <param name="Epochs">How often the lessons were gone through.</param>
/// <param name="Updates">Steps taken.</param>
/// <param name="LossFirst">The mean loss before the first step.</param>
/// <param name="LossLast">The mean loss of what was kept.</param>
/// <param name="RightFirst">The share of lessons in which the agent took the right action before.</param>
/// <param name="RightLast">The same with what was kept.</param>
public sealed record LearningReport(int Lessons, int Matched, int Skipped, int Epochs, int Updates, double LossFirst, double LossLast, double RightFirst, double RightLast);
