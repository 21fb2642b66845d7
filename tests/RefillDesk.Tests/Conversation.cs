using System.Text;
using System.Text.Json;

namespace RefillDesk.Tests;

/// <summary>A conversation written down step by step; its calls are answered by a world.</summary>
internal sealed class Conversation(Pharmacy world)
{
    private readonly List<TrajectoryEvent> _events = [];
    private readonly HashSet<string> _failOnce = new(StringComparer.Ordinal);

    public Pharmacy World { get; } = world;

    public Trajectory Trajectory => new([.. _events]);

    public Conversation FailOnce(string tool)
    {
        _failOnce.Add(tool);
        return this;
    }

    public Conversation User(string text) => Add(new UserSaid(text));

    public Conversation Agent(string text) => Add(new AgentSaid(text));

    public Conversation End(EndReason reason) => Add(new Ended(reason));

    public Conversation Confirm(string patientId) => Call(new VerifyIdentity(patientId, World.Patient(patientId)!.BirthDate));

    /// <summary>Calls a tool; a call that fails in passing is made again.</summary>
    public Conversation Call<T>(T call)
        where T : class, IToolRecord<T>
    {
        if (_failOnce.Remove(T.Contract.Name))
            Fault(call, ToolFault.Transient);
        var reply = ((IWorld)World).Handle(call);
        return Answer(call, reply.Refused ? ReplyOutcome.Refused : ReplyOutcome.Result, reply.Content);
    }

    public Conversation Fault<T>(T call, ToolFault fault)
        where T : class, IToolRecord<T> => Answer(call, ReplyOutcome.Fault, $"{fault}", fault);

    public Conversation Raw(string tool, string arguments, ReplyOutcome outcome, string content, params Violation[] violations)
    {
        var id = NextId();
        Add(new ToolCalled(id, tool, new RawJson(arguments)) { Violations = [.. violations] });
        return Add(new ToolReplied(id, tool, outcome, content));
    }

    private Conversation Answer<T>(T call, ReplyOutcome outcome, string content, ToolFault? fault = null)
        where T : class, IToolRecord<T>
    {
        var id = NextId();
        Add(new ToolCalled(id, T.Contract.Name, new RawJson(Json(call))) { Typed = call });
        return Add(new ToolReplied(id, T.Contract.Name, outcome, content, fault));
    }

    private static string Json<T>(T call)
        where T : class, IToolRecord<T>
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            T.Contract.WriteCall(writer, call);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private string NextId() => $"call-{_events.Count}";

    private Conversation Add(TrajectoryEvent e)
    {
        _events.Add(e);
        return this;
    }
}
