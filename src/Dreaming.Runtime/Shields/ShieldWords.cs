using System.Collections.Immutable;
using System.Text;
using Dreaming.Contracts;
using Dreaming.Policies;

namespace Dreaming.Shields;

/// <summary>Puts a refusal into words for the agent: what was refused, why, and what is missing. May be used by several threads at once.</summary>
internal sealed class ShieldWords
{
    private readonly ImmutableArray<ConstraintContract> _constraints;
    private readonly ImmutableDictionary<string, ConstraintLetters> _letters;

    public ShieldWords(DomainManifest domain)
    {
        var kinds = EventKind.Of(domain);
        _constraints = domain.Constraints;
        _letters = domain.Constraints.ToImmutableDictionary(c => c.Id, c => new ConstraintLetters(c, kinds), StringComparer.Ordinal);
    }

    /// <summary>Blame for a step that must not be taken: what would have to come before it.</summary>
    /// <param name="violated">What it would violate.</param>
    /// <param name="state">The state of the constraint's automaton before it.</param>
    /// <param name="step">The step.</param>
    public ShieldBlame BlameForStep(PolicyObligation violated, int state, in PolicyEvent step)
    {
        var automaton = violated.Constraint.Automaton;
        var letter = EventLetters.Of(violated.Constraint, step, violated.Key ?? CorrelationKey.None);
        return Blame(violated, state, s => automaton.Verdicts[automaton.Next[s * automaton.Letters + letter]] != RvVerdict.PermanentlyViolated);
    }

    /// <summary>Blame for an end that comes too early: what is due.</summary>
    /// <param name="due">What is due.</param>
    /// <param name="state">The state of the constraint's automaton.</param>
    public ShieldBlame BlameForEnd(PolicyObligation due, int state) =>
        Blame(due, state, s => due.Constraint.Automaton.Verdicts[s] >= RvVerdict.TemporarilySatisfied);

    /// <summary>Blame for a step after which constraints contradict each other.</summary>
    public static ShieldBlame BlameForDoom(ConstraintContract constraint) => new(constraint.Id, Because(constraint), null, []);

    /// <summary>Whether what the user says, and not only that they speak, makes a difference to a constraint.</summary>
    public bool DependsOnTheUser(string constraint) =>
        _constraints.First(c => c.Id == constraint).Atoms.Any(a => a.Guard is not null && a.Events.Contains(AtomContract.UserTurnEvent));

    public ShieldDecision Refuse(ShieldedAct act, string? tool, Objection objection) =>
        new(act, tool, objection.Reason, false, objection.Blame, Say(act, tool, objection));

    private static string Say(ShieldedAct act, string? tool, Objection objection)
    {
        var subject = act == ShieldedAct.Call ? $"The call of {tool}" : "This message";
        var text = new StringBuilder(objection.Reason switch
        {
            RefusalReason.Violates => $"{subject} breaks the policy.",
            RefusalReason.Dooms => $"After {(act == ShieldedAct.Call ? $"this call of {tool}" : "this message")} the policy could not be kept any more; these would contradict each other.",
            RefusalReason.Pending when act == ShieldedAct.Reply => "Something is due before it is the user's turn.",
            RefusalReason.Pending => "Something is due before the conversation ends.",
            _ => $"Whether the call of {tool} keeps the policy depends on the results of the other calls. Wait for them, and make it then.",
        });
        foreach (var blame in objection.Blame.DistinctBy(b => (b.Constraint, b.Key)))
        {
            text.Append(' ').Append(blame.Because);
            if (!blame.Missing.IsEmpty)
                text.Append(objection.Reason == RefusalReason.Violates ? " First: " : " Missing: ").AppendJoin(", then ", blame.Missing)
                    .Append(blame.Key is null ? "" : $" ({blame.Key})").Append('.');
        }

        return text.ToString();
    }

    private ShieldBlame Blame(PolicyObligation standing, int state, Func<int, bool> arrived) => new(
        standing.Constraint.Id,
        Because(standing.Constraint),
        standing.Key is { } key ? $"{standing.Constraint.Key} {key}" : null,
        _letters[standing.Constraint.Id].Way(state, arrived));

    private static string Because(ConstraintContract constraint) => constraint.Because.Length > 0 ? constraint.Because : $"{constraint.Text}.";
}
