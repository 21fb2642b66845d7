using System.Collections.Frozen;
using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Episodes;

namespace Dreaming.Simulators;

/// <summary>
/// What recordings say about a domain's tools: which replies were given to which arguments, the states of the things that they show, searches, what writes change, and in
/// which words and under which conditions calls were turned down. Immutable; the same recordings in the same order give the same knowledge.
/// </summary>
/// <remarks>
/// A reply that breaks its contract, or that a fault degraded, teaches nothing; when it was the reply to a write, what the write touched counts as unknown from there on.
/// Nothing in a recording makes learning fail.
/// </remarks>
public sealed class TraceKnowledge
{
    private readonly FrozenDictionary<Type, ToolContract> _byType;

    private TraceKnowledge(DomainManifest domain, ImmutableArray<ImmutableArray<Step>> recordings, bool pseudonymous)
    {
        Domain = domain;
        Recordings = recordings.Length;
        // A record that two contracts share does not say which tool was called.
        _byType = domain.Tools.GroupBy(t => t.CallType).Where(g => g.Count() == 1).ToFrozenDictionary(g => g.Key, g => g.First());
        var byTool = recordings.SelectMany(r => r).ToLookup(s => s.Call.Tool.Name, StringComparer.Ordinal);
        Kinds = EntityKinds.Learn(domain, byTool);
        Starts = StartingStates.Learn(recordings, Kinds);
        SideEffects = SideEffects.Learn(recordings, Kinds, Starts);
        var speaking = pseudonymous ? [.. domain.Tools.Where(t => t.Parameters.Any(IsSensitive)).Select(t => t.Name)] : ImmutableHashSet<string>.Empty;
        Replies = ReplyBook.Learn(recordings, Kinds, call => !speaking.Contains(call.Tool.Name));
        Searches = pseudonymous ? FrozenDictionary<string, Search>.Empty : Simulators.Searches.Learn(domain, byTool, Starts);
        Refusals = Refusals.Learn(domain, byTool);
        Rules = WriteRules.Learn(domain, recordings, Kinds, Starts);
        Always = Unchanging(domain, byTool);
        Errors = [.. domain.Tools.SelectMany(t => Observed(t.Name, byTool))];
    }

    /// <summary>The domain.</summary>
    public DomainManifest Domain { get; }

    /// <summary>How many recordings it was learnt from.</summary>
    public int Recordings { get; }

    /// <summary>How calls were turned down, by tool; within a tool the most frequent first.</summary>
    public ImmutableArray<ObservedError> Errors { get; }

    internal EntityKinds Kinds { get; }

    internal StartingStates Starts { get; }

    internal SideEffects SideEffects { get; }

    internal ReplyBook Replies { get; }

    internal FrozenDictionary<string, Search> Searches { get; }

    internal Refusals Refusals { get; }

    internal FrozenDictionary<string, WriteRule> Rules { get; }

    /// <summary>Answers of tools that say the same whatever they are asked.</summary>
    internal FrozenDictionary<string, Answered> Always { get; }

    /// <summary>
    /// Learns from scrubbed episodes. A pseudonym means something only in the episode that it stands in: calls with arguments that identify a person are not answered from
    /// other episodes, and no search for a person is learnt.
    /// </summary>
    /// <param name="domain">The domain.</param>
    /// <param name="episodes">The episodes.</param>
    public static TraceKnowledge Learn(DomainManifest domain, IEnumerable<ScrubbedEpisode> episodes) =>
        new(domain, [.. episodes.Select(e => Trace.Of(domain, e.Trajectory))], pseudonymous: true);

    /// <summary>Learns from recordings that identify nobody: of a test system, or of rollouts.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="recordings">The recordings.</param>
    public static TraceKnowledge Learn(DomainManifest domain, IEnumerable<Trajectory> recordings) =>
        new(domain, [.. recordings.Select(r => Trace.Of(domain, r))], pseudonymous: false);

    /// <summary>The call as its contract writes it; null when no tool, or more than one, has such a record.</summary>
    internal Asked? Asked(object call) => _byType.TryGetValue(call.GetType(), out var tool) ? Simulators.Asked.Of(tool, call) : null;

    private static bool IsSensitive(MemberContract member) =>
        member.Sensitive || member.Members.Any(IsSensitive) || member.Cases.Any(IsSensitive) || member.Element is { } element && IsSensitive(element);

    private static FrozenDictionary<string, Answered> Unchanging(DomainManifest domain, ILookup<string, Step> byTool)
    {
        const int leastCalls = 3;
        var always = new Dictionary<string, Answered>(StringComparer.Ordinal);
        foreach (var tool in domain.Tools.Where(t => t.Effect != Effect.Write))
        {
            var calls = byTool[tool.Name].Where(s => s.Answer is not null).DistinctBy(s => s.Call.Signature).ToList();
            if (calls.Count >= leastCalls && calls.TrueForAll(s => !s.Answer!.Refused && s.Answer.Content == calls[0].Answer!.Content))
                always.Add(tool.Name, calls[0].Answer!);
        }

        return always.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<ObservedError> Observed(string tool, ILookup<string, Step> byTool)
    {
        var answered = byTool[tool].Where(s => s.Answer is not null).ToList();
        return answered
            .Where(s => s.Answer!.Refused)
            .GroupBy(s => s.Answer!.Content, StringComparer.Ordinal)
            .Select(g => new ObservedError(tool, g.Key, g.Count(), answered.Count))
            .OrderByDescending(e => e.Times)
            .ThenBy(e => e.Text, StringComparer.Ordinal);
    }
}
