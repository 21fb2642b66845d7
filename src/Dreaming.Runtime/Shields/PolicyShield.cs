using System.Collections.Immutable;
using Dreaming.Contracts;
using Microsoft.Extensions.AI;

namespace Dreaming.Shields;

/// <summary>
/// Decides whether what an agent proposes keeps the temporal constraints of its domain, given what has happened so far. The same conversation and proposal get the same decision.
/// Immutable; may be used by several threads and conversations at once.
/// <para>
/// A call is refused when, if it succeeded, it would violate a constraint or leave no continuation that meets them all. Words are refused when they would, when they end the conversation while a constraint
/// is temporarily violated, and when they give the turn to the user and the user's next message, whatever it says, would violate one that the agent can still meet. What was violated before a proposal is no reason to refuse it.
/// </para>
/// </summary>
public sealed class PolicyShield
{
    private readonly DomainManifest _domain;
    private readonly PolicyProgram _program;
    private readonly ShieldWords _words;

    /// <summary>Makes a shield.</summary>
    /// <param name="domain">The domain whose policy is enforced.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">A constraint of the domain does not fit its automaton.</exception>
    public PolicyShield(DomainManifest domain, ShieldOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(domain);
        _domain = domain;
        Options = (options ?? new ShieldOptions()).Checked();
        _program = PolicyProgram.Of(domain);
        _words = new ShieldWords(domain);
        Telemetry = new ShieldTelemetry(domain, Options.Mode);
    }

    /// <summary>How it acts.</summary>
    public ShieldOptions Options { get; }

    internal ShieldTelemetry Telemetry { get; }

    /// <summary>Judges a call that is about to be made. Tells nobody, and never throws on bad input.</summary>
    /// <param name="soFar">What has happened. Calls at its end without a reply are taken to be under way: they can still succeed or fail.</param>
    /// <param name="tool">The tool's name, declared or not.</param>
    /// <param name="arguments">The arguments as they came.</param>
    public ShieldDecision JudgeCall(Trajectory soFar, string tool, RawJson arguments)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        ArgumentNullException.ThrowIfNull(tool);
        return Ruled(ShieldedAct.Call, tool, () => Open(soFar).Call(new ToolCalled("", tool, arguments))).Decision;
    }

    /// <summary>Judges words that are about to be sent to the user, after which it is the user's turn. Tells nobody, and never throws on bad input.</summary>
    /// <param name="soFar">What has happened.</param>
    /// <param name="text">The words.</param>
    /// <param name="final">The conversation ends with them.</param>
    public ShieldDecision JudgeReply(Trajectory soFar, string text, bool final)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        ArgumentNullException.ThrowIfNull(text);
        return Ruled(final ? ShieldedAct.FinalReply : ShieldedAct.Reply, null, () => Open(soFar).Say(text.Trim(), givesTurn: true, final)).Decision;
    }

    /// <summary>Why no answer in a conversation can be judged; null when it can.</summary>
    internal Ruling? FailureOf(IEnumerable<ChatMessage> happened, ChatOptions? options)
    {
        var ruling = Ruled(ShieldedAct.Reply, null, () =>
        {
            Open(happened, options);
            return ShieldDecision.Allow(ShieldedAct.Reply, null);
        });
        return ruling.Thrown is null ? null : ruling;
    }

    /// <summary>Judges an answer of a chat client.</summary>
    /// <param name="happened">The conversation until then.</param>
    /// <param name="response">The answer.</param>
    /// <param name="options">What was asked for.</param>
    internal AnswerJudgement Judge(IEnumerable<ChatMessage> happened, ChatResponse response, ChatOptions? options)
    {
        var answer = ShieldedAnswer.Of(response);
        var rulings = ImmutableArray.CreateBuilder<Ruling>();
        ShieldSession? session = null;
        if (answer.Words.Length > 0 || answer.Calls.IsEmpty)
            rulings.Add(Words());
        foreach (var call in answer.Calls)
            rulings.Add(Ruled(ShieldedAct.Call, call.Name, () => Session().Call(ShieldedConversation.Called(call, ""))));
        return new(answer, rulings.DrainToImmutable());

        ShieldSession Session() => session ??= Open([.. happened, .. answer.Happened], options);

        Ruling Words()
        {
            var act = ShieldedAct.Reply;
            return Ruled(() => act, null, () =>
            {
                var final = answer.Calls.IsEmpty && Options.IsFinal(response, options);
                act = final ? ShieldedAct.FinalReply : act;
                return Session().Say(answer.Words, givesTurn: answer.Calls.IsEmpty, final);
            });
        }
    }

    /// <summary>Judges the invocation of a function.</summary>
    /// <param name="name">The function.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="about">Gives the conversation.</param>
    /// <param name="isShielded">Whether a function is shielded too.</param>
    internal Ruling JudgeInvocation(string name, AIFunctionArguments arguments, Func<ShieldedCall> about, Func<string, bool> isShielded) => Ruled(ShieldedAct.Call, name, () =>
    {
        var (messages, callId) = about();
        var conversation = new ShieldedConversation(Options.Outcome, isShielded).Read(messages);
        var events = conversation.Trajectory.Events;
        var waiting = ShieldSession.Waiting(conversation.Trajectory).Where(i => ((ToolCalled)events[i]).Tool == name).ToArray();
        var own = callId is null ? waiting.LastOrDefault(-1) : waiting.FirstOrDefault(i => conversation.IdInMessages((ToolCalled)events[i]) == callId, -1);
        // What stands behind the call in its message is not made before it.
        var before = own < 0 ? conversation.Trajectory : conversation.Trajectory.Before(own);
        return Open(before).Call(ShieldedConversation.Called(new FunctionCallContent(callId ?? "", name, arguments), ""));
    });

    private ShieldSession Open(IEnumerable<ChatMessage> happened, ChatOptions? options)
    {
        if (options?.ConversationId is not null)
            throw new NotSupportedException("The conversation is kept by the service (ChatOptions.ConversationId), so that the shield cannot see what has happened in it.");
        var shielded = options?.Tools?.Where(t => t.GetService(typeof(ShieldedFunction)) is not null).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        return Open(new ShieldedConversation(Options.Outcome, name => shielded?.Contains(name) is true).Read(happened).Trajectory);
    }

    private ShieldSession Open(Trajectory soFar) => new(_domain, _program, _words, Options, soFar);

    private Ruling Ruled(ShieldedAct act, string? tool, Func<ShieldDecision> decide) => Ruled(() => act, tool, decide);

    private Ruling Ruled(Func<ShieldedAct> act, string? tool, Func<ShieldDecision> decide)
    {
        try
        {
            return new(decide(), null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var open = Options.OnFailure == ShieldFailure.Open;
            var words = open ? "" : $"{(tool is null ? "This message" : $"The call of {tool}")} cannot be checked against the policy, and what cannot be checked is not done.";
            return new(new(act(), tool, RefusalReason.Failure, open, [], words), e);
        }
    }
}
