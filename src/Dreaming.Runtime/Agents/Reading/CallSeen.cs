namespace Dreaming.Agents.Reading;

/// <summary>How a call came out, as the agent can tell.</summary>
internal enum Answer
{
    /// <summary>No answer yet.</summary>
    None,
    /// <summary>A result.</summary>
    Result,
    /// <summary>A result that is cut short, old or broken.</summary>
    Degraded,
    /// <summary>Turned down on the merits.</summary>
    Refused,
    /// <summary>The call broke the contract.</summary>
    Invalid,
    /// <summary>The tool failed; a later call may be served.</summary>
    Fault,
    /// <summary>The tool is down for good.</summary>
    Outage,
}

/// <summary>A call that was made in the conversation.</summary>
internal sealed class CallSeen
{
    public required int Position { get; init; }
    public required string Name { get; init; }
    public required ToolEntry? Tool { get; init; }
    /// <summary>Canonical JSON.</summary>
    public required string Arguments { get; init; }
    /// <summary>The scalars among the arguments, as canonical JSON, by parameter.</summary>
    public required List<(string Name, string Json)> Scalars { get; init; }
    public Answer Answer { get; set; }
    public string Content { get; set; } = "";
    public ReplyReading? Reply { get; set; }

    public bool Succeeded => Answer is Answer.Result or Answer.Degraded;

    /// <summary>Reads an answer's kind off its words, as an agent has to that is told nothing else.</summary>
    public static Answer Classify(ReplyOutcome? said, ToolEntry? tool, string content, ReplyReading reading)
    {
        var outcome = said ?? Guess(tool, content);
        return outcome switch
        {
            ReplyOutcome.Result => reading.Degraded || content.Contains("(partial answer", StringComparison.Ordinal) || content.Contains("(as of ", StringComparison.Ordinal) ? Answer.Degraded : Answer.Result,
            ReplyOutcome.Refused => Answer.Refused,
            ReplyOutcome.Invalid => Answer.Invalid,
            _ => Has(content, "out of service") || Has(content, "outage") || Has(content, "is down") || Has(content, "unavailable until") ? Answer.Outage : Answer.Fault,
        };
    }

    private static ReplyOutcome Guess(ToolEntry? tool, string content)
    {
        var start = content.AsSpan().TrimStart();
        if (start.Length > 0 && start[0] is '{' or '[')
            return ReplyOutcome.Result;
        if (Has(content, "in time") || Has(content, "timed out") || Has(content, "timeout") || Has(content, "too many") || Has(content, "internal error")
            || Has(content, "out of service") || Has(content, "try again later") || Has(content, "retry after"))
            return ReplyOutcome.Fault;
        if (Has(content, "break its contract") || Has(content, "no tool named"))
            return ReplyOutcome.Invalid;
        if (content.StartsWith("Error", StringComparison.Ordinal))
            return ReplyOutcome.Refused;
        return tool?.Contract.Result.Kind switch
        {
            Contracts.ValueKind.Object or Contracts.ValueKind.Array or Contracts.ValueKind.Map => ReplyOutcome.Refused,
            Contracts.ValueKind.Integer or Contracts.ValueKind.Number => start.Length > 0 && (char.IsAsciiDigit(start[0]) || start[0] == '-') ? ReplyOutcome.Result : ReplyOutcome.Refused,
            Contracts.ValueKind.Boolean => start is "true" or "false" ? ReplyOutcome.Result : ReplyOutcome.Refused,
            _ => ReplyOutcome.Result,
        };
    }

    private static bool Has(string content, string words) => content.Contains(words, StringComparison.OrdinalIgnoreCase);
}
