using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dreaming.Contracts;

namespace Dreaming;

/// <summary>A step of an automaton, in words.</summary>
/// <param name="From">The state before.</param>
/// <param name="To">The state after.</param>
/// <param name="Letters">The letters that lead there.</param>
/// <param name="Label">What they have in common, in words.</param>
public sealed record AutomatonEdge(int From, int To, ImmutableArray<int> Letters, string Label);

/// <summary>The automaton of a constraint as a drawing: for people who read a policy, and for reports that say what was never exercised.</summary>
public sealed class AutomatonDiagram
{
    private const string Otherwise = "anything else";

    private AutomatonDiagram(ConstraintContract constraint, ImmutableArray<AutomatonEdge> edges)
    {
        Constraint = constraint;
        Edges = edges;
    }

    /// <summary>The constraint.</summary>
    public ConstraintContract Constraint { get; }

    /// <summary>Its steps, ordered by state and, within one, by the least letter; staying in a state is a step too.</summary>
    public ImmutableArray<AutomatonEdge> Edges { get; }

    /// <summary>Draws a constraint.</summary>
    public static AutomatonDiagram Of(ConstraintContract constraint)
    {
        var automaton = constraint.Automaton;
        var edges = ImmutableArray.CreateBuilder<AutomatonEdge>();
        var never = Enumerable.Range(0, automaton.Letters).Where(letter => !IsPossible(constraint, letter)).ToArray();
        for (var state = 0; state < automaton.States; state++)
        {
            var from = state;
            foreach (var group in Enumerable.Range(0, automaton.Letters).Except(never).GroupBy(letter => (int)automaton.Next[(from * automaton.Letters) + letter]))
                edges.Add(new AutomatonEdge(from, group.Key, [.. group], Label(constraint, [.. group], never)));
        }

        return new(constraint, edges.ToImmutable());
    }

    /// <summary>The words for a verdict.</summary>
    public static string Words(RvVerdict verdict) => verdict switch
    {
        RvVerdict.PermanentlyViolated => "violated for good",
        RvVerdict.TemporarilyViolated => "violated so far",
        RvVerdict.TemporarilySatisfied => "met so far",
        _ => "met for good",
    };

    /// <summary>The drawing as a Mermaid state diagram. Steps that stay where they are for whatever the constraint does not speak about are left out.</summary>
    public string ToMermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n    direction LR\n");
        for (var state = 0; state < Constraint.Automaton.States; state++)
            text.Append(CultureInfo.InvariantCulture, $"    state \"{state}: {Words(Constraint.Automaton.Verdicts[state])}\" as s{state}\n");
        text.Append("    [*] --> s0\n");
        foreach (var edge in Edges)
            if (edge.From != edge.To || !edge.Letters.Contains(0))
                text.Append(CultureInfo.InvariantCulture, $"    s{edge.From} --> s{edge.To}: {Escape(edge.Label)}\n");
        return text.ToString();
    }

    // No event is of two kinds at once, and every kind is counted or is not. Where only the domain knows whether a name is a tool or a signal, both are possible.
    private static bool IsPossible(ConstraintContract constraint, int letter)
    {
        var atoms = constraint.Atoms.Where((_, i) => (letter & (1 << i)) != 0).ToArray();
        var counted = (letter & (1 << constraint.Atoms.Length)) != 0;
        return atoms.Length == 0 || atoms.SelectMany(a => a.Events).Any(kind =>
            atoms.All(a => Speaks(a, kind)) && (constraint.Tick == ConstraintTick.None || Counts(constraint, kind) is not { } counts || counts == counted));
    }

    private static bool Speaks(AtomContract atom, string kind) =>
        atom.Events.Contains(kind) || (atom.Events.Contains(AtomContract.AnyCallEvent) && kind is not (AtomContract.UserTurnEvent or AtomContract.ReplyEvent));

    private static bool? Counts(ConstraintContract constraint, string kind) => (constraint.Tick, kind) switch
    {
        (ConstraintTick.Turns, _) => kind == AtomContract.UserTurnEvent,
        (_, AtomContract.UserTurnEvent or AtomContract.ReplyEvent) => false,
        (_, AtomContract.AnyCallEvent) => true,
        _ => constraint.Scope == ConstraintScope.Calls ? true : null,
    };

    // Letter 0 is everything that the constraint does not speak about: its step is what is left when the others are named.
    private static string Label(ConstraintContract constraint, int[] letters, int[] never)
    {
        if (letters.Contains(0))
            return Otherwise;
        var bits = constraint.Atoms.Length + (constraint.Tick == ConstraintTick.None ? 0 : 1);
        return string.Join(" or ", LetterCover.Of(letters, never, bits).Select(cube => Words(constraint, cube, bits)));
    }

    private static string Words(ConstraintContract constraint, LetterCover.Cube cube, int bits)
    {
        var parts = new List<string>();
        for (var bit = 0; bit < bits; bit++)
        {
            if ((cube.Mask & (1 << bit)) == 0)
                continue;
            var name = bit < constraint.Atoms.Length ? constraint.Atoms[bit].Label : constraint.Tick == ConstraintTick.Turns ? "a turn of the user" : "a call";
            parts.Add((cube.Bits & (1 << bit)) != 0 ? name : $"not {name}");
        }

        // What is there says more than what is not.
        return string.Join(" and ", parts.OrderBy(p => p.StartsWith("not ", StringComparison.Ordinal)));
    }

    // Mermaid ends a label at a semicolon, and reads what stands between a number sign and a semicolon as a character.
    private static string Escape(string label)
    {
        var text = new StringBuilder(label.Length);
        foreach (var c in label)
        {
            if (char.IsLetterOrDigit(c) || c is ' ' or '_' or '-' or '.' or ',' or '[' or ']')
                text.Append(c);
            else
                text.Append(CultureInfo.InvariantCulture, $"#{(int)c};");
        }

        return text.ToString();
    }
}
