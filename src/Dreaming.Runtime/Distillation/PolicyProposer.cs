using System.Collections.Immutable;
using Dreaming.Agents;
using Dreaming.Agents.Candidates;
using Dreaming.Agents.Language;
using Dreaming.Agents.Reading;
using Dreaming.Agents.Scoring;
using Dreaming.Contracts;
using Dreaming.Overlays;

namespace Dreaming.Distillation;

/// <summary>
/// The embedded proposer: everything else that the policy agent could have done in that state, by its own scores, with a preference for tools that the critique sounds like and for
/// what has not been tried yet in the conversation.
/// </summary>
/// <param name="domain">The domain.</param>
/// <param name="overlay">What the agent has learnt so far; null for the base.</param>
public sealed class PolicyProposer(DomainManifest domain, Overlay? overlay = null) : IRepairProposer
{
    private const double CritiqueWeight = 3.0;
    private const double OtherArguments = 1.0;
    private const double Asking = 1.0;
    private const double Telling = 1.5;
    private const int OtherArgumentsFirst = 5;

    private readonly DomainLexicon _lexicon = DomainLexicon.Of(domain);
    private readonly PolicyScorer _scorer = new(overlay is null ? null : PolicyAdapter.Read(overlay, domain));

    /// <inheritdoc/>
    public string Id => overlay is null ? "policy-candidates" : $"policy-candidates {overlay.Id}";

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<AgentAction>> ProposeAsync(Trajectory state, AgentAction attempted, string critique, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var conversation = ConversationState.Of(_lexicon, state);
        var candidates = CandidateList.Of(conversation);
        var scores = _scorer.Score(conversation, candidates);
        var named = Named(critique);
        var tried = CandidateMatch.IndexOf(attempted, conversation, candidates);
        var nothingDone = critique.Contains(Critique.NothingDone, StringComparison.Ordinal);
        var attemptedTool = (attempted as CallTool)?.Tool;
        for (var i = 0; i < scores.Length; i++)
        {
            // A beginner asks too little.
            if (candidates[i].Kind == ActKind.Which)
                scores[i] += Asking;
            // Where a call was wrong in itself, to say how things stand is another way.
            if (attemptedTool is not null && !nothingDone)
                scores[i] += candidates[i].Kind switch { ActKind.Inform or ActKind.Decline => Telling, ActKind.Refuse => Telling + 1.5, _ => 0 };
            if (candidates[i] is not { IsCall: true, Tool: { } tool })
                continue;
            scores[i] += CritiqueWeight * named[tool.Index];
            if (tool.Contract.Name == attemptedTool)
                scores[i] += OtherArguments;
            // The base shies away from handing over; here that is one way out among others.
            scores[i] += (tool.Contract.Effect, nothingDone) switch
            {
                (Effect.Handover, true) => 3.5,
                (Effect.Handover, false) => 1.5,
                (Effect.Write, true) => 1.5,
                _ => 0,
            };
        }


        // The best way of doing each thing first, so that a few tries show all that could be done; then the other ways.
        var ways = new Dictionary<(ActKind, string), int>();
        var ranked = new List<(int Index, int Way)>(candidates.Count);
        foreach (var i in Enumerable.Range(0, candidates.Count).OrderByDescending(i => scores[i]))
        {
            // Nothing passes by claiming it.
            if (i == tried || candidates[i].Kind == ActKind.Claim)
                continue;
            // What was answered already is answered the same way again.
            var candidate = candidates[i];
            if (candidate.IsCall && conversation.Calls.Exists(c => c.Name == candidate.Tool!.Contract.Name && c.Arguments == candidate.Content && c.Answer is Answer.Refused or Answer.Result))
            {
                ranked.Add((i, int.MaxValue));
                continue;
            }

            var key = (candidates[i].Kind, candidates[i].Subject);
            var way = ways[key] = ways.GetValueOrDefault(key) + 1;
            var otherArguments = candidates[i] is { IsCall: true, Tool: { } tool } && tool.Contract.Name == attemptedTool && way <= OtherArgumentsFirst;
            ranked.Add((i, otherArguments ? 1 : way));
        }

        return ValueTask.FromResult(ranked.OrderBy(r => r.Way).Select(r => candidates[r.Index].Action).ToImmutableArray());
    }

    private double[] Named(string critique)
    {
        var named = new double[_lexicon.Tools.Length];
        foreach (var stem in Words.Content(critique))
            if (_lexicon.Vocabulary.Resolve(stem) is { } known)
                foreach (var tool in _lexicon.Tools)
                    named[tool.Index] += tool.Stems.GetValueOrDefault(known);
        var most = named.Length == 0 ? 0 : named.Max();
        for (var i = 0; most > 0 && i < named.Length; i++)
            named[i] /= most;
        return named;
    }
}
