using System.Collections.Immutable;
using System.Reflection;
using Dreaming.Contracts;
using Dreaming.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Tests.Policies;

/// <summary>The constraints of a domain, compiled and loaded, and the records of its tools.</summary>
internal sealed class CompiledPolicy
{
    private readonly Assembly _assembly;

    private CompiledPolicy(Assembly assembly, ImmutableArray<ConstraintContract> constraints) => (_assembly, Constraints) = (assembly, constraints);

    public ImmutableArray<ConstraintContract> Constraints { get; }

    public static CompiledPolicy Of(SourceFiles files, string policy = "Sample.Refills")
    {
        GeneratorHarness.Driver().RunGeneratorsAndUpdateCompilation(files.Compile(), out var output, out _);
        using var image = new MemoryStream();
        var emitted = output.WithOptions(output.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default)).Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        var assembly = Assembly.Load(image.ToArray());
        return new(assembly, (ImmutableArray<ConstraintContract>)assembly.GetType(policy)!.GetProperty("Constraints")!.GetValue(null)!);
    }

    public object New(string type, params object?[] arguments) => Activator.CreateInstance(_assembly.GetType(type)!, arguments)!;

    /// <summary>The verdict at the end of a trace, of every key value together.</summary>
    public bool Holds(ConstraintContract constraint, string trace)
    {
        var events = Events(trace).Where(e => Sees(constraint.Scope, e.Kind)).ToArray();
        if (constraint.Key is null)
            return Accepts(constraint, events, null);
        var keys = events.SelectMany(e => constraint.Atoms.Where(a => Matches(a, e)).Select(a => a.KeyOf!(e.Record!))).Distinct();
        return keys.All(k => Accepts(constraint, events, k));
    }

    private static bool Accepts(ConstraintContract constraint, PolicyStep[] events, CorrelationKey? key)
    {
        var state = 0;
        foreach (var e in events)
        {
            var letter = 0;
            for (var i = 0; i < constraint.Atoms.Length; i++)
                if (Matches(constraint.Atoms[i], e) && (key is not { } k || constraint.Atoms[i].KeyOf!(e.Record!) == k))
                    letter |= 1 << i;
            if (constraint.Tick == ConstraintTick.Turns && e.Kind == 'u' || constraint.Tick == ConstraintTick.Calls && e.Kind == 't')
                letter |= 1 << constraint.Atoms.Length;
            state = constraint.Automaton.Next[state * constraint.Automaton.Letters + letter];
        }

        return constraint.Automaton.Verdicts[state] >= RvVerdict.TemporarilySatisfied;
    }

    private static bool Matches(AtomContract atom, PolicyStep e) =>
        (atom.Events.Contains(e.Name) || (e.Kind == 't' && atom.Events.Contains(AtomContract.AnyCallEvent)))
        && (!atom.Succeeded || e.Kind != 't' || e.Succeeded)
        && (atom.Holds is null || atom.Holds(e.Record!));

    private static bool Sees(ConstraintScope scope, char kind) => scope switch
    {
        ConstraintScope.Calls => kind == 't',
        ConstraintScope.Signals => kind is 't' or 's',
        _ => true,
    };

    // A letter an event, and the patient behind it: v1 verifies patient 1, capitals fail, m orders morphine.
    private IEnumerable<PolicyStep> Events(string trace)
    {
        for (var i = 0; i < trace.Length; i++)
        {
            var letter = trace[i];
            var patient = i + 1 < trace.Length && char.IsDigit(trace[i + 1]) ? trace[++i].ToString() : "p";
            yield return char.ToLowerInvariant(letter) switch
            {
                'v' => new('t', "verify", char.IsLower(letter), New("Sample.Verify", patient)),
                'r' => new('t', "refill", char.IsLower(letter), New("Sample.Refill", patient, "ibuprofen")),
                'm' => new('t', "refill", char.IsLower(letter), New("Sample.Refill", patient, "morphine")),
                's' => new('t', "search", char.IsLower(letter), New("Sample.Search", "text", 3)),
                'x' => new('t', "unheard_of", false, null),
                'c' => new('s', "chest-pain", true, New("Sample.ChestPain", patient)),
                'u' => new('u', AtomContract.UserTurnEvent, true, new UserTurn("Hello")),
                'a' => new('a', AtomContract.ReplyEvent, true, new Reply(patient == "p" ? "Yes." : "A long answer.")),
                _ => throw new ArgumentException($"'{letter}' is no event.", nameof(trace)),
            };
        }
    }

    private sealed record PolicyStep(char Kind, string Name, bool Succeeded, object? Record);
}
