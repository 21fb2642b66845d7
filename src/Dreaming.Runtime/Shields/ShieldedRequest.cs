using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace Dreaming.Shields;

/// <summary>One request to a shielded client: what has happened, what the inner client is told beside it, and how often it was refused.</summary>
internal sealed class ShieldedRequest
{
    private readonly PolicyShield _shield;
    private readonly Activity? _activity;
    private readonly List<ChatMessage> _happened;
    private readonly List<ChatMessage> _messages;
    private readonly List<ChatMessage> _kept = [];
    private UsageDetails? _spent;
    private int _refusals;
    private string? _closed;

    public ShieldedRequest(PolicyShield shield, IReadOnlyList<ChatMessage> messages, ChatOptions? options, Activity? activity)
    {
        (_shield, _happened, _messages, Options, _activity) = (shield, [.. messages], [.. messages], options, activity);
        if (shield.Options is { Mode: ShieldMode.Enforce, OnFailure: ShieldFailure.Close } && shield.FailureOf(messages, options) is { } failed)
        {
            shield.Telemetry.Tell(activity, failed.Decision, failed.Thrown);
            _closed = "failed-closed";
        }
    }

    /// <summary>What the inner client is asked: the conversation, and after it what was refused and why.</summary>
    public IReadOnlyList<ChatMessage> Messages => _messages;

    public ChatOptions? Options { get; }

    /// <summary>The inner client is asked no more.</summary>
    public bool IsClosed => _closed is not null;

    /// <summary>Judges an answer and tells each decision.</summary>
    public AnswerJudgement Judge(ChatResponse response)
    {
        var judged = _shield.Judge(_happened, response, Options);
        foreach (var ruling in judged.Rulings)
            _shield.Telemetry.Tell(_activity, ruling.Decision, ruling.Thrown);
        return judged;
    }

    /// <summary>Judges an answer. One that is refused is told to the inner client with the reasons; calls that were made inside of it have happened all the same.</summary>
    /// <returns>Whether the answer may be passed on.</returns>
    public bool Take(ChatResponse response)
    {
        var judged = Judge(response);
        if (judged.Refused is not { } refused)
            return true;
        if (response.Usage is { } usage)
            (_spent ??= new()).Add(usage);
        _happened.AddRange(judged.Answer.Happened);
        _kept.AddRange(judged.Answer.Happened);
        if (++_refusals > _shield.Options.MaxRefusals)
        {
            _shield.Telemetry.TellGaveUp(_activity, refused);
            _closed = "gave-up";
            return false;
        }

        _messages.AddRange(response.Messages);
        _messages.Add(judged.Told(_shield.Options.InstructionRole));
        return false;
    }

    /// <summary>The answer that is passed on, after the calls that refused ones had made, with what they used.</summary>
    public ChatResponse Passed(ChatResponse response)
    {
        if (_kept.Count > 0)
            response.Messages = [.. _kept, .. response.Messages];
        if (_spent is not null)
        {
            var all = new UsageDetails();
            all.Add(_spent);
            if (response.Usage is { } usage)
                all.Add(usage);
            response.Usage = all;
        }

        return response;
    }

    /// <summary>The same for an answer that came in pieces.</summary>
    public IEnumerable<ChatResponseUpdate> Passed(IReadOnlyList<ChatResponseUpdate> updates)
    {
        var before = new ChatResponse(_kept) { Usage = _spent };
        return _kept.Count == 0 && _spent is null ? updates : [.. before.ToChatResponseUpdates(), .. updates];
    }

    /// <summary>What the user reads when nothing was answered that may be passed on.</summary>
    public ChatResponse SafeReply() => new([.. _kept, new ChatMessage(ChatRole.Assistant, _shield.Options.SafeReply)])
    {
        FinishReason = ChatFinishReason.Stop,
        Usage = _spent,
        AdditionalProperties = new() { [ShieldChatClient.SafeReplyProperty] = _closed },
    };
}
