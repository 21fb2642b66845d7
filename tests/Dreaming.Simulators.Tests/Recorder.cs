using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Contracts;
using OrderDesk;

namespace Dreaming.Simulators.Tests;

// Makes recordings: calls are executed in a sandbox, and what it answers is what was recorded.
public static class Recorder
{
    public static DomainManifest Domain => OrderDeskDomain.Instance;

    public static Shop Shop { get; } = Shop.Open(WorldOptions.Default);

    public static Trajectory Record(params object[] calls) => Record(Shop.Fork(), calls);

    public static Trajectory Record(IWorld world, params object[] calls)
    {
        var events = ImmutableArray.CreateBuilder<TrajectoryEvent>();
        foreach (var call in calls)
        {
            var tool = ToolOf(Domain, call);
            var reply = world.Handle(call);
            Add(events, tool.Name, Arguments(tool, call), reply.Refused ? ReplyOutcome.Refused : ReplyOutcome.Result, reply.Content);
        }

        return new(events.ToImmutable());
    }

    public static Trajectory Say(params (string Tool, string Arguments, ReplyOutcome Outcome, string Content)[] calls)
    {
        var events = ImmutableArray.CreateBuilder<TrajectoryEvent>();
        foreach (var (tool, arguments, outcome, content) in calls)
            Add(events, tool, arguments, outcome, content);
        return new(events.ToImmutable());
    }

    public static string Arguments(ToolContract tool, object call)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            tool.WriteCall(writer, call);
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    public static ToolContract ToolOf(DomainManifest domain, object call) => domain.Tools.Single(t => t.CallType == call.GetType());

    public static SandboxReply? Ask(IWorld world, object call)
    {
        try
        {
            return world.Handle(call);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private static void Add(ImmutableArray<TrajectoryEvent>.Builder events, string tool, string arguments, ReplyOutcome outcome, string content)
    {
        var id = $"call{events.Count}";
        events.Add(new ToolCalled(id, tool, new RawJson(arguments)));
        events.Add(new ToolReplied(id, tool, outcome, content));
    }
}
