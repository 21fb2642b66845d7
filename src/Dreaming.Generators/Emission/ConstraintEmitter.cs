using System.Globalization;
using System.Linq;
using Dreaming.Automata;
using Dreaming.Generators.Automata;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes the temporal constraints of a policy, each as the tables of its automaton.</summary>
internal static class ConstraintEmitter
{
    private static readonly string[] Verdicts = ["PermanentlyViolated", "TemporarilyViolated", "TemporarilySatisfied", "PermanentlySatisfied"];

    public static string Emit(BoundPolicy policy) => SourceFile.Part(policy.Type, "", writer =>
    {
        writer.Line("/// <summary>The temporal constraints that this policy declares, ordered by id.</summary>");
        writer.Line($"public static {SourceFile.Immutable}ImmutableArray<{SourceFile.Contracts}ConstraintContract> Constraints {{ get; }} =").Line("[").Indent();
        foreach (var constraint in policy.Constraints)
            if (ConstraintAutomaton.Of(constraint.Written, out _) is { } automaton)
                Write(writer, policy.Type, constraint, automaton);
        writer.Unindent().Line("];");
    });

    private static void Write(SourceWriter writer, TypeSpec policy, BoundConstraint constraint, Automaton automaton)
    {
        var written = constraint.Written;
        AutomatonComment.Write(writer, constraint, automaton);
        writer.Line($"new {SourceFile.Contracts}ConstraintContract").Line("{").Indent();
        writer.Line($"Id = {SourceFile.Literal(written.Id)},");
        writer.Line($"Text = {SourceFile.Literal(written.Text)},");
        writer.Line($"Because = {SourceFile.Literal(written.Because)},");
        writer.Line($"Harm = global::Dreaming.Harm.{written.Harm},");
        writer.Line($"Likelihood = global::Dreaming.Likelihood.{written.Likelihood},");
        writer.Line($"Scope = {SourceFile.Contracts}ConstraintScope.{constraint.Scope},");
        if (written.Tick != "None")
            writer.Line($"Tick = {SourceFile.Contracts}ConstraintTick.{written.Tick},");
        if (written.Same.Length > 0)
            writer.Line($"Key = {SourceFile.Literal(written.Same)},");
        writer.Line("Atoms =").Line("[").Indent();
        foreach (var atom in constraint.Atoms)
            WriteAtom(writer, policy, atom);
        writer.Unindent().Line("],");
        WriteTables(writer, automaton);
        writer.Unindent().Line("},");
    }

    private static void WriteAtom(SourceWriter writer, TypeSpec policy, BoundAtom atom)
    {
        var made = $"new {SourceFile.Contracts}AtomContract({SourceFile.Literal(atom.Label)}, [{string.Join(", ", atom.Events.Select(SourceFile.Literal))}])";
        if (!atom.Succeeded && atom.Guard is null && atom.Key is null)
        {
            writer.Line(made + ",");
            return;
        }

        writer.Line(made).Line("{").Indent();
        if (atom.Succeeded)
            writer.Line("Succeeded = true,");
        if (atom.Guard is { } guard)
        {
            writer.Line($"Guard = {SourceFile.Literal(guard.Name)},");
            writer.Line($"Holds = static e => {policy.FullName}.{SourceFile.Name(guard.Method)}(({guard.Takes})e),");
        }

        if (atom.Key is { } key)
            writer.Line($"KeyOf = static e => {Key(key, $"(({atom.Type})e).{SourceFile.Name(key.Name)}")},");
        writer.Unindent().Line("},");
    }

    private static string Key(KeySpec key, string value) => key.NullableValue
        ? $"{value} is {{ }} key ? {Key(key.Reading, "key")} : {SourceFile.Contracts}CorrelationKey.None"
        : Key(key.Reading, value);

    private static string Key(KeyReading reading, string value) => $"{SourceFile.Contracts}CorrelationKey.Of({reading switch
    {
        KeyReading.Truth => $"{value} ? 1L : 0L",
        KeyReading.Whole => $"unchecked((long){value})",
        KeyReading.Date => $"(long){value}.DayNumber",
        KeyReading.Instant => $"{value}.UtcTicks",
        _ => value,
    }})";

    // One line a state.
    private static void WriteTables(SourceWriter writer, Automaton automaton)
    {
        writer.Line("Automaton = new(").Indent();
        writer.Line($"{automaton.Letters.ToString(CultureInfo.InvariantCulture)},").Line("[").Indent();
        for (var state = 0; state < automaton.States; state++)
            writer.Line(string.Join(", ", new System.ArraySegment<ushort>(automaton.Next, state * automaton.Letters, automaton.Letters).Select(n => n.ToString(CultureInfo.InvariantCulture))) + ",");
        writer.Unindent().Line("],").Line("[").Indent();
        foreach (var verdict in automaton.Verdicts)
            writer.Line($"{SourceFile.Contracts}RvVerdict.{Verdicts[verdict]},");
        writer.Unindent().Line("]),").Unindent();
    }
}
