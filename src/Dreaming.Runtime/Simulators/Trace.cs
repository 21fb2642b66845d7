using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Dreaming.Contracts;

namespace Dreaming.Simulators;

/// <summary>A call that fits its contract.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Text">The arguments, written by the contract: equal calls are equal texts.</param>
/// <param name="Arguments">The same as a tree.</param>
internal sealed record Asked(ToolContract Tool, string Text, JsonElement Arguments)
{
    /// <summary>The ids that the arguments name.</summary>
    public ImmutableHashSet<string> Ids { get; } = IdsOf(Arguments);

    /// <summary>Names the call: the tool and its arguments.</summary>
    public string Signature { get; } = Tool.Name + "\n" + Text;

    public bool Writes => Tool.Effect == Effect.Write;

    /// <summary>The call as the contract writes it.</summary>
    public static Asked Of(ToolContract tool, object call)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            tool.WriteCall(writer, call);
        var text = Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        return new(tool, text, Json.Parse(text));
    }

    private static ImmutableHashSet<string> IdsOf(JsonElement arguments)
    {
        var ids = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        Json.Ids(arguments, ids);
        return ids.ToImmutable();
    }
}

/// <summary>An answer that fits its contract.</summary>
/// <param name="Refused">It is a refusal on the merits.</param>
/// <param name="Content">The text as the contract writes it, or the refusal.</param>
internal sealed record Answered(bool Refused, string Content)
{
    /// <summary>The result as a tree; undefined for bare text and for a refusal.</summary>
    public JsonElement Result { get; } = Refused || Content is not ['{' or '[', ..] ? default : Json.Parse(Content);

    /// <summary>The ids that the answer names; a bare text may be one itself.</summary>
    public ImmutableHashSet<string> Ids
    {
        get
        {
            if (field is not null)
                return field;
            var ids = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
            if (Result.ValueKind != JsonValueKind.Undefined)
                Json.Ids(Result, ids);
            else if (!Refused)
                ids.Add(Content);
            return field = ids.ToImmutable();
        }
    }

    public SandboxReply Reply => new(Refused, Content);

    /// <summary>The answer as the contract writes it; null when the content breaks the contract.</summary>
    public static Answered? Of(ToolContract tool, bool refused, string content)
    {
        if (refused)
            return new(true, content);
        if (!tool.TryReadResult(content, out var result))
            return null;
        var written = tool.WriteResult(result);
        return tool.TryReadResult(written, out _) ? new(false, written) : null;
    }
}

/// <summary>A call of a recording and its answer.</summary>
/// <param name="Call">The call.</param>
/// <param name="Answer">The answer; null when nobody can say what it was, or whether the call was executed.</param>
internal sealed record Step(Asked Call, Answered? Answer)
{
    /// <summary>It may have changed the world.</summary>
    public bool Changed => Call.Writes && Answer is not { Refused: true };

    /// <summary>The ids that the call and its answer name.</summary>
    public ImmutableHashSet<string> Ids { get; } = Answer is null ? Call.Ids : Call.Ids.Union(Answer.Ids);
}

/// <summary>The calls of one recording.</summary>
internal static class Trace
{
    /// <summary>The calls that reached a tool, in order. Calls that break a contract did not, and are left out.</summary>
    public static ImmutableArray<Step> Of(DomainManifest domain, Trajectory trajectory)
    {
        var replies = new Dictionary<string, ToolReplied>(StringComparer.Ordinal);
        foreach (var reply in trajectory.Events.OfType<ToolReplied>())
            replies.TryAdd(reply.CallId, reply);
        var steps = ImmutableArray.CreateBuilder<Step>();
        foreach (var called in trajectory.Events.OfType<ToolCalled>())
        {
            if (domain.FindTool(called.Tool) is not { } tool || called.Arguments.Text is null || !called.Violations.IsDefaultOrEmpty)
                continue;
            var utf8 = called.Arguments.ToUtf8();
            if (!tool.Validate(utf8) || replies.GetValueOrDefault(called.CallId) is { Outcome: ReplyOutcome.Invalid })
                continue;
            steps.Add(new(Asked.Of(tool, tool.ReadCall(utf8)), Answer(tool, replies.GetValueOrDefault(called.CallId))));
        }

        return steps.DrainToImmutable();
    }

    // What the harness degraded says nothing about the tool.
    private static Answered? Answer(ToolContract tool, ToolReplied? reply) => reply switch
    {
        { Fault: null, Content: not null, Outcome: ReplyOutcome.Result or ReplyOutcome.Refused } => Answered.Of(tool, reply.Outcome == ReplyOutcome.Refused, reply.Content),
        _ => null,
    };
}
