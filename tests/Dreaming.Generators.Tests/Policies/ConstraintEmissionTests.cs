using System.Collections.Immutable;
using System.Reflection;
using Dreaming.Contracts;
using Dreaming.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Tests.Policies;

public class ConstraintEmissionTests
{
    [Fact]
    public void The_constraints_of_a_policy_are_readable() => Snapshot.Matches(
        GeneratorHarness.Run(PolicySamples.With("""
            [Precedence<Verify, Refill>(When = nameof(IsControlled), Succeeded = Side.First, Same = nameof(Refill.PatientId), Harm = Harm.Major, Because = "Nobody orders for a stranger.")]
            [Response<ChestPain, IForPatient>(Id = "look-at-once", WithinTurns = 0)]
            """)).Compiles().Source(".Constraints.g.cs"),
        "Constraints");

    [Fact]
    public void A_constraint_is_named_scoped_and_written_as_a_person_would()
    {
        var constraints = CompiledPolicy.Of(PolicySamples.With("""
            [AtMost<Search>(3, Because = "Enough is enough.", Harm = Harm.Considerable, Likelihood = Likelihood.Low)]
            [Precedence<IForPatient, Refill>(Succeeded = Side.Both, Same = nameof(Refill.PatientId))]
            [Response<ChestPain, Verify>(WithinCalls = 2, When = nameof(IsFirstPatient))]
            [Init<Reply>]
            [Existence<Refill>(Succeeded = true, WithinTurns = 4)]
            [Ltlf("G(UserTurn -> F Reply)")]
            """)).Constraints.ToDictionary(c => c.Id);
        var few = constraints["at-most-search"];
        Assert.Equal(("AtMost<Search>(3)", "Enough is enough.", Harm.Considerable, Likelihood.Low, ConstraintScope.Calls), (few.Text, few.Because, few.Harm, few.Likelihood, few.Scope));
        Assert.Equal((ConstraintTick.None, null), (few.Tick, few.Key));
        var first = constraints["precedence-for-patient-refill-per-patient-id"];
        Assert.Equal(("Precedence<IForPatient, Refill>(Same = PatientId, Succeeded = Both)", "PatientId", ConstraintScope.Signals), (first.Text, first.Key, first.Scope));
        Assert.Equal(["IForPatient succeeded", "refill succeeded"], first.Atoms.Select(a => a.Label));
        Assert.Equal(["chest-pain", "refill", "verify"], first.Atoms[0].Events);
        var soon = constraints["response-chest-pain-verify"];
        Assert.Equal(("Response<ChestPain, Verify>(When = IsFirstPatient, WithinCalls = 2)", ConstraintTick.Calls, ConstraintScope.Signals), (soon.Text, soon.Tick, soon.Scope));
        Assert.Equal(("chest-pain [IsFirstPatient]", "Sample.Refills.IsFirstPatient", null), (soon.Atoms[0].Label, soon.Atoms[0].Guard, soon.Atoms[1].Guard));
        Assert.Equal(8, soon.Automaton.Letters);
        Assert.Equal((ConstraintScope.Conversation, "reply"), (constraints["init-reply"].Scope, constraints["init-reply"].Atoms[0].Label));
        var once = constraints["existence-refill"];
        Assert.Equal(("Existence<Refill>(Succeeded = true, WithinTurns = 4)", ConstraintTick.Turns, ConstraintScope.Conversation, true), (once.Text, once.Tick, once.Scope, once.Atoms[0].Succeeded));
        Assert.Equal("Ltlf(\"G(UserTurn -> F Reply)\")", constraints["ltlf-user-turn-reply"].Text);
    }

    [Fact]
    public void The_manifest_holds_constraints_signals_and_what_scenarios_succeed_by()
    {
        var files = Samples.All
            .Add("Signal.cs", "using Dreaming; namespace Sample; [Signal(\"zeal\", \"Is eager.\")] public sealed record Zeal : ISignal<Zeal> { public static Zeal? Detect(Trajectory soFar) => soFar.Events.Length == 1 ? new() : null; }")
            .Add("Another.cs", "using Dreaming; namespace Sample; [Signal(\"anger\", \"Is angry.\")] internal sealed record Anger : ISignal<Anger> { public static Anger? Detect(Trajectory soFar) => null; }")
            .Replace("[Policy]", "[Policy, AtMost<Ship>(2, Because = \"Two will do.\"), Absence<Anger>(Because = \"Stay calm.\")]")
            .Replace("[Says(\"Send", "[SucceedsBy<Ship>]\n[Says(\"Send");
        GeneratorHarness.Run(files).Compiles();
        GeneratorHarness.Driver().RunGeneratorsAndUpdateCompilation(files.Compile(), out var output, out _);
        using var image = new MemoryStream();
        Assert.True(output.WithOptions(output.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default)).Emit(image).Success);
        var manifest = (DomainManifest)Activator.CreateInstance(Assembly.Load(image.ToArray()).GetType("Sample.Root.SampleDeskDomain")!)!;
        Assert.Equal(["absence-anger", "at-most-ship"], manifest.Constraints.Select(c => c.Id));
        Assert.Equal(["anger", "zeal"], manifest.Signals.Select(s => s.Id));
        Assert.Equal("Is eager.", manifest.Signals[1].Description);
        Assert.NotNull(manifest.Signals[1].Detect(new Trajectory([new UserSaid("Hi")])));
        Assert.Null(manifest.Signals[0].Detect(new Trajectory([new UserSaid("Hi")])));
        Assert.Equal(["ship"], manifest.Scenarios.Single().SucceedsBy);
    }

    [Fact]
    public void A_domain_without_temporal_constraints_is_written_without_a_trace_of_them() =>
        Assert.DoesNotContain(GeneratorHarness.RunOnce(Samples.All).Sources.Values, s => s.Contains("ConstraintContract", StringComparison.Ordinal) || s.Contains("SignalContract", StringComparison.Ordinal));

    [Theory]
    [InlineData("public sealed partial record Search(", "public sealed partial record Seek(", "Events Modified, Tools Modified")]
    [InlineData("ITool<bool>;", "ITool<bool>, IForPatient { public string PatientId => \"\"; }", "Constraints Modified, Events Modified, Tools Modified")]
    [InlineData("\"search\"", "\"look_up\"", "Events Modified, Tools Modified")]
    [InlineData("\"chest-pain\"", "\"pain-in-the-chest\"", "Constraints Modified, Events Modified")]
    [InlineData("The user reports chest pain.", "Chest pain.", "")]
    [InlineData("AtMost<IForPatient>(2)", "AtMost<IForPatient>(3)", "Constraints Modified, Policies Modified")]
    public void An_edit_modifies_the_constraints_only_where_it_speaks_of_them(string old, string @new, string expected)
    {
        var before = PolicySamples.With("[AtMost<IForPatient>(2)]");
        var after = old == "ITool<bool>;"
            ? before with { Files = [.. before.Files.Select(f => f.Text.Contains("record Search(", StringComparison.Ordinal) ? (f.Name, f.Text.Replace(old, @new, StringComparison.Ordinal)) : f)] }
            : before.Replace(old, @new);
        Assert.Equal(expected, string.Join(", ", GeneratorHarness.Changed(before, after).Distinct()));
    }

    [Fact]
    public void A_policy_in_several_files_gives_one_output_in_the_order_of_its_ids()
    {
        var files = PolicySamples.With("[Absence<Verify>]").Add("More.cs", "using Dreaming; namespace Sample; [Absence<Search>] [Absence<Refill>] static partial class Refills;");
        GeneratorHarness.Run(files).Compiles();
        Assert.Equal(["absence-refill", "absence-search", "absence-verify"], CompiledPolicy.Of(files).Constraints.Select(c => c.Id));
    }

    [Fact]
    public void Names_of_all_shapes_compile() => GeneratorHarness.Run(
        """
        namespace @in.@out;
        public partial class Outer
        {
            [Tool("t", "T.")] internal sealed partial record @struct(string @event) : ITool<bool>;
            internal interface IInner { string @event { get; } }
            [Signal("s", "S.")] internal sealed record @signal(string @event) : ISignal<@signal>, IInner { public static @signal? Detect(Trajectory soFar) => null; }
            [Policy]
            [Precedence<@struct, @signal>(Same = "event", When = "static")]
            [Absence<IInner>(Id = "a\"b\\", Because = "Line one.\nLine two.\u2028Line three.")]
            [Ltlf("G(struct[static] -> F IInner)\n", Id = "odd")]
            internal static partial class @class
            {
                private static bool @static(@struct call) => true;
            }
        }
        """).Compiles();
}
