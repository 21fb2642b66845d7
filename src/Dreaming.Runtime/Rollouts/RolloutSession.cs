using System.Collections.Immutable;
using System.Globalization;
using Dreaming.Agents;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Microsoft.Extensions.AI;

namespace Dreaming.Rollouts;

/// <summary>
/// A conversation under way. It can be forked at any point at no cost, and each fork goes on by itself. Made by <see cref="RolloutRunner.Open"/>.
/// Not for several threads at once; forks are independent of each other.
/// </summary>
public sealed class RolloutSession
{
    private readonly ConversationRules _rules;
    private readonly IWorld _start;
    private ImmutableArray<ChatMessage> _messages = [];
    private Trajectory _settled = Trajectory.Empty;
    private readonly List<TrajectoryEvent> _recent = [];
    private int _calls;
    private int _userTexts;

    internal RolloutSession(ConversationRules rules, Dream dream, int trial, IWorld world)
    {
        (_rules, Dream, Trial, World) = (rules, dream, trial, world);
        AgentSeed = (long)(new Seed(dream.Seed).Derive("agent", trial).Value >> 1);
        _start = world.Fork();
        Add(new UserSaid(dream.Opening));
    }

    private RolloutSession(RolloutSession other)
    {
        (_rules, Dream, Trial, _start, _messages) = (other._rules, other.Dream, other.Trial, other._start, other._messages);
        (_settled, _calls, _userTexts, AgentSeed) = (other.Trajectory, other._calls, other._userTexts, other.AgentSeed);
        (Ended, CallsSinceUser) = (other.Ended, other.CallsSinceUser);
        World = other.World.Fork();
    }

    /// <summary>The dream.</summary>
    public Dream Dream { get; }

    /// <summary>Which run of the agent in this dream it is, from 0. Decides the agent's sampling seed together with the dream.</summary>
    public int Trial { get; }

    /// <summary>What has happened.</summary>
    public Trajectory Trajectory
    {
        get
        {
            if (_recent.Count == 0)
                return _settled;
            _settled = new(_settled.Events.AddRange(_recent));
            _recent.Clear();
            return _settled;
        }
    }

    /// <summary>The conversation as a chat client reads it, without instructions. Call ids are <c>call00001</c> and so on, whatever the agent chose.</summary>
    public IReadOnlyList<ChatMessage> Messages => _messages;

    /// <summary>The world as it is now.</summary>
    public IWorld World { get; }

    /// <summary>The conversation is over.</summary>
    public bool Ended { get; private set; }

    /// <summary>The same conversation, to go on in another way. Costs a fork of the world and nothing else.</summary>
    public RolloutSession Fork() => new(this);

    /// <summary>Applies one decision as if the agent had made it: a call with its answer, or words with what the user does next.</summary>
    /// <param name="action">The decision. Words of nothing but white space end the conversation, as an empty answer of an agent does.</param>
    /// <param name="cancellationToken">Ends the wait for the user.</param>
    /// <exception cref="InvalidOperationException">The conversation is over.</exception>
    public async ValueTask ActAsync(AgentAction action, CancellationToken cancellationToken = default)
    {
        var answer = action switch
        {
            CallTool call => new AgentAnswer("", [AgentCall.Of(call)], 0),
            Say say => new AgentAnswer(say.Text.Trim(), [], 0),
            _ => throw new ArgumentException($"{action.GetType().Name} is no decision of an agent.", nameof(action)),
        };
        await ApplyAsync(answer, cancellationToken);
    }

    /// <summary>Applies an agent's answer: words first, then calls in order; the user speaks only when there were none.</summary>
    internal async ValueTask ApplyAsync(AgentAnswer answer, CancellationToken cancellationToken)
    {
        if (Ended)
            throw new InvalidOperationException($"The conversation of dream {Dream.Id} is over ({Trajectory.End.Reason}); fork it at an earlier point to act in it.");
        cancellationToken.ThrowIfCancellationRequested();
        if (answer.IsEmpty)
        {
            Close(new Ended(EndReason.AgentStopped, Owner.Agent, "The agent returned neither words nor calls."));
            return;
        }

        if (_rules.TooLong(answer) is { } flood)
        {
            Close(flood);
            return;
        }

        if (answer.Text.Length > 0)
            Add(new AgentSaid(WellFormed.Text(answer.Text)));
        for (var i = 0; i < answer.Calls.Length && !Ended; i++)
            Call(answer.Calls[i], answer.Calls.Length - i - 1 + answer.Further);
        if (!Ended && answer.Further > 0)
            Close(CallBudgetSpent(answer.Further));
        if (!Ended && answer.Calls.IsEmpty)
            await HearAsync(cancellationToken);
    }

    internal void Close(Ended end) => Add(end);

    internal int CallsLeft => Math.Max(0, Dream.Skeleton.ToolCalls - _calls);

    /// <summary>How many calls the agent has made since the user last spoke.</summary>
    internal int CallsSinceUser { get; private set; }

    /// <summary>The agent's sampling seed.</summary>
    internal long AgentSeed { get; }

    private void Call(AgentCall call, int further)
    {
        var number = _calls + 1;
        if (number > Dream.Skeleton.ToolCalls)
        {
            Close(CallBudgetSpent(further + 1));
            return;
        }

        // Nine letters and digits: the narrowest form that any provider of chat models demands.
        var callId = string.Create(CultureInfo.InvariantCulture, $"call{number:D5}");
        var outcome = _rules.Tools.Answer(call, callId, Dream.Skeleton.Operators, () => Trajectory, World, _start);
        Add(outcome.Called);
        if (outcome.Reply is { } reply)
            Add(reply);
        if (outcome.End is { } end)
            Close(further == 0 ? end : end with { Detail = $"{end.Detail} {further} further calls of the same answer were not made.".TrimStart() });
    }

    private async ValueTask HearAsync(CancellationToken cancellationToken)
    {
        var (turn, failure) = await _rules.HearAsync(Dream, Trajectory, cancellationToken);
        if (failure is not null)
        {
            Close(failure);
            return;
        }

        var spent = _userTexts >= Dream.Skeleton.Turns;
        if (!string.IsNullOrWhiteSpace(turn.Text) && !spent)
            Add(new UserSaid(WellFormed.Text(turn.Text)));
        if (turn.End is { } reason)
            Close(new Ended(reason, reason == EndReason.UserGaveUp ? Owner.Agent : Owner.None));
        else if (spent)
            Close(new Ended(EndReason.TurnBudget, Owner.Agent, $"The user has sent {Dream.Skeleton.Turns} messages and is not done."));
        else if (string.IsNullOrWhiteSpace(turn.Text))
            Close(new Ended(EndReason.UserFailed, Owner.User, "The user simulator returned neither words nor an end."));
    }

    private Ended CallBudgetSpent(int further) =>
        new(EndReason.CallBudget, Owner.Agent, $"The budget of {Dream.Skeleton.ToolCalls} calls is spent; {further} more were asked for.");

    private void Add(TrajectoryEvent added)
    {
        _recent.Add(added);
        Ended = added is Dreaming.Ended;
        _messages = ChatLog.Add(_messages, added);
        _calls += added is ToolCalled ? 1 : 0;
        CallsSinceUser = added is UserSaid ? 0 : added is ToolCalled ? CallsSinceUser + 1 : CallsSinceUser;
        _userTexts += added is UserSaid ? 1 : 0;
    }
}
