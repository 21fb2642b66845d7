namespace Dreaming;

/// <summary>What a sandbox answers to a call: a result, or a refusal on the merits of the request.</summary>
/// <typeparam name="TResult">The tool's result.</typeparam>
public readonly record struct ToolOutcome<TResult>
{
    private ToolOutcome(TResult? result, string? refusal) => (Result, Refusal) = (result, refusal);

    /// <summary>The result; meaningful when <see cref="Refusal"/> is null.</summary>
    public TResult? Result { get; }

    /// <summary>Why the request was refused, in the words that the agent reads; null when it succeeded.</summary>
    public string? Refusal { get; }

    /// <summary>A result.</summary>
    public static implicit operator ToolOutcome<TResult>(TResult result) => new(result, null);

    /// <summary>A refusal.</summary>
    public static implicit operator ToolOutcome<TResult>(Refusal refusal) => new(default, refusal.Message);
}

/// <summary>A refusal on the merits of a request: unknown id, wrong status, not enough stock.</summary>
/// <param name="Message">Why, in the words that the agent reads.</param>
public readonly record struct Refusal(string Message);
