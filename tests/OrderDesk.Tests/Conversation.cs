using System.Collections.Immutable;
using System.Text.Json;
using Dreaming;
using Dreaming.Contracts;

namespace OrderDesk.Tests;

/// <summary>A conversation written by hand: calls are executed in a world of their own, and everything is kept.</summary>
internal sealed class Conversation(Shop before)
{
    private readonly ImmutableArray<TrajectoryEvent>.Builder _events = ImmutableArray.CreateBuilder<TrajectoryEvent>();

    public Shop Before { get; } = before;
    public Shop After { get; } = before.Fork();
    public Trajectory Trajectory => new(_events.ToImmutable());

    public Conversation User(string text)
    {
        _events.Add(new UserSaid(text));
        return this;
    }

    public Conversation Agent(string text)
    {
        _events.Add(new AgentSaid(text));
        return this;
    }

    /// <summary>Executes a call and keeps it with its reply.</summary>
    public Conversation Call<T>(T call)
        where T : class, IToolRecord<T>
    {
        var contract = T.Contract;
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            contract.WriteCall(writer, call);
        var id = $"call-{_events.Count}";
        var reply = ((IWorld)After).Handle(call);
        _events.Add(new ToolCalled(id, contract.Name, new(System.Text.Encoding.UTF8.GetString(buffer.ToArray()))) { Typed = call });
        _events.Add(new ToolReplied(id, contract.Name, reply.Refused ? ReplyOutcome.Refused : ReplyOutcome.Result, reply.Content));
        return this;
    }

    /// <summary>Finds the customer by name and zip code.</summary>
    public Conversation Identify(User user) => Call(new FindUserIdByNameZip(user.Name.FirstName, user.Name.LastName, user.Address.Zip));

    /// <summary>The agent says what it is about to do, and the customer says yes.</summary>
    public Conversation Agree(string proposal) => Agent(proposal).User("Yes, please go ahead.");

    public ToolReplied LastReply => _events.OfType<ToolReplied>().Last();
}
