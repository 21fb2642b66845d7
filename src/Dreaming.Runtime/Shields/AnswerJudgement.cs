using System.Collections.Immutable;
using Microsoft.Extensions.AI;

namespace Dreaming.Shields;

/// <summary>A decision, and what the shield failed of if it did.</summary>
internal readonly record struct Ruling(ShieldDecision Decision, Exception? Thrown);

/// <summary>What a shield has to say to one answer of an agent.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Rulings">One for the words, if they were judged, then one for each call that was.</param>
internal readonly record struct AnswerJudgement(ShieldedAnswer Answer, ImmutableArray<Ruling> Rulings)
{
    private const string Sibling = "Another call of the same message was refused, so that none of them was made. Make this one again if it is still needed.";

    /// <summary>The first refusal; null when the answer may be passed on.</summary>
    public ShieldDecision? Refused => Rulings.FirstOrDefault(r => !r.Decision.Allowed).Decision;

    /// <summary>Why the answer was refused, for the agent: as the results of its calls, or as an instruction when it made none.</summary>
    public ChatMessage Told(ChatRole instructionRole)
    {
        if (Answer.Calls.IsEmpty)
            return new ChatMessage(instructionRole, $"Your last message was not sent to the user. {Refused!.Words}");
        var ofCalls = Rulings.Where(r => r.Decision.Act == ShieldedAct.Call).Select(r => r.Decision).ToArray();
        var ofWords = Rulings.FirstOrDefault(r => r.Decision.Act != ShieldedAct.Call && !r.Decision.Allowed).Decision;
        var results = new List<AIContent>();
        for (var i = 0; i < Answer.Calls.Length; i++)
            results.Add(new FunctionResultContent(Answer.Calls[i].CallId, Refusal.Of(i < ofCalls.Length && !ofCalls[i].Allowed ? ofCalls[i].Words : ofWords?.Words ?? Sibling)));
        return new ChatMessage(ChatRole.Tool, results);
    }
}
