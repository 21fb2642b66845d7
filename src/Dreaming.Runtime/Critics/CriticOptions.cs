namespace Dreaming.Critics;

/// <summary>What a critic may cost.</summary>
public sealed record CriticOptions
{
    /// <summary>How long one answer of a chat judge may take.</summary>
    /// <value>The default is 60 seconds.</value>
    public TimeSpan JudgeTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a chat judge is asked about one criterion before it is Unscored.</summary>
    /// <value>The default is 3.</value>
    public int JudgeTries { get; init; } = 3;

    /// <summary>The clock of <see cref="JudgeTimeout"/>. It decides nothing else.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
