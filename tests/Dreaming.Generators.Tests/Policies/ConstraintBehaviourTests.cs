using Dreaming.Contracts;
using Dreaming.Generators.Automata;
using Dreaming.Generators.Tests.Harness;

namespace Dreaming.Generators.Tests.Policies;

/// <summary>What the emitted tables, guards and key readers do, in a compiled assembly. Traces are written as in <see cref="CompiledPolicy"/>.</summary>
public class ConstraintBehaviourTests
{
    private static readonly (string Attribute, string Allowed, string Forbidden)[] Cases =
    [
        ("Existence<Refill>", "r|vr|R", "|v"),
        ("Existence<Refill>(WithinCalls = 2)", "r|vr", "vvr|"),
        ("Existence<Refill>(WithinTurns = 1)", "ur|uvr", "uur|u"),
        ("Absence<Refill>", "|v", "r|vr"),
        ("AtLeast<Refill>(2)", "rr|rvr", "r|"),
        ("AtMost<Refill>(1)", "|r|vrv", "rr"),
        ("Exactly<Refill>(2)", "rr|vrvr", "|r|rrr"),
        ("Init<Verify>", "|v|vr|uav", "rv"),
        ("End<Verify>", "v|rv|vua", "|vr"),
        ("RespondedExistence<Verify, Refill>", "|r|vr|rv", "v"),
        ("RespondedExistence<Verify, Refill>(WithinCalls = 1)", "|r|vr|rv", "vsr|rsv"),
        ("CoExistence<Verify, Refill>", "|vr|rv", "v|r"),
        ("Response<Verify, Refill>", "|r|vr|vvr", "v|rv"),
        ("Response<Verify, Refill>(WithinCalls = 1)", "vr|vur", "vsr"),
        ("Response<Verify, Refill>(WithinTurns = 0)", "vr|vsar", "vur"),
        ("Response<Verify, Refill>(Succeeded = Side.Both)", "vr|V", "vR|v"),
        ("Response<Verify, Refill>(Succeeded = Side.First)", "vR|V", "v"),
        ("Response<Verify, Refill>(Succeeded = Side.Second)", "vr", "vR|V"),
        ("AlternateResponse<Verify, Refill>", "vrvr|r", "vvr|v"),
        ("ChainResponse<Verify, Refill>", "vr|svr|vuar", "vsr|v"),
        ("Precedence<Verify, Refill>", "|v|vr|vrr", "r|rv"),
        ("Precedence<Verify, Refill>(WithinCalls = 1)", "vr", "vsr|r"),
        ("Precedence<Verify, Refill>(Same = \"PatientId\")", "|v1r1|v1v2r2r1", "v1r2|v2r2r1"),
        ("AlternatePrecedence<Verify, Refill>", "vr|vvr|vrvr", "vrr|r"),
        ("ChainPrecedence<Verify, Refill>", "vr|v", "vsr|r"),
        ("Succession<Verify, Refill>", "|vr|vrr", "v|r"),
        ("AlternateSuccession<Verify, Refill>", "|vrvr", "vvr|vrr|v"),
        ("ChainSuccession<Verify, Refill>", "|vr|svr", "vsr|r|v"),
        ("NotCoExistence<Verify, Refill>", "|v|r", "vr|rv"),
        ("NotSuccession<Verify, Refill>", "rv|v", "vr|vsr"),
        ("NotChainSuccession<Verify, Refill>", "vsr|rv", "vr|vur"),
        ("Choice<Verify, Refill>", "v|r|vr", "|s"),
        ("ExclusiveChoice<Verify, Refill>", "v|r|rr", "|vr"),
        ("AtMost<AnyCall>(2)", "vx|uauaua", "vxx|vrs"),
        ("Response<UserTurn, Reply>", "ua|uua", "u|uau"),
        ("Absence<Reply>(When = nameof(IsLong))", "ua|a", "a1"),
        ("Response<ChestPain, Verify>(WithinTurns = 0)", "ucv|ucsv", "ucuv|uc"),
        ("ChainResponse<ChestPain, Verify>", "ucv|uacav", "ucsv"),
        ("AtMost<IForPatient>(2)", "vrs|rsscs", "vrv|ucvr"),
        ("Absence<IForPatient>(When = nameof(IsFirstPatient))", "v2|c2r3", "v1|c1"),
        ("Absence<Refill>(When = nameof(IsControlled))", "r|v", "m|rm"),
        ("Precedence<Verify, Refill>(When = nameof(IsControlled), Same = nameof(Refill.PatientId))", "r1|v1m1", "m1|v2m1"),
        ("Precedence<IForPatient, Refill>(Same = nameof(IForPatient.PatientId))", "v1r1|c1r1", "r1|c2r1"),
        ("Ltlf(\"G(ChestPain -> X F Verify.ok)\")", "ucv|r", "ucV|uc"),
        ("Ltlf(\"G !Refill[IsControlled]\")", "r|v", "m"),
        ("Ltlf(\"!Sample.Refill W Verify\", Same = \"PatientId\")", "v1r1", "v1r2"),
        ("Ltlf(\"G(IForPatient -> F Reply)\")", "va|u", "v|uc"),
    ];

    private static readonly Lazy<CompiledPolicy> Compiled = new(() => CompiledPolicy.Of(PolicySamples.With(
        string.Join('\n', Cases.Select((c, i) => $"[{Identified(c.Attribute, $"c{i:00}")}]")))));

    public static TheoryData<int, string> All => [.. Cases.Select((c, i) => (i, c.Attribute))];

    [Theory]
    [MemberData(nameof(All))]
    public void A_constraint_allows_and_forbids_what_it_says(int at, string attribute)
    {
        var constraint = Compiled.Value.Constraints[at];
        Assert.All(Cases[at].Allowed.Split('|'), trace => Assert.True(Compiled.Value.Holds(constraint, trace), $"{attribute} forbids {trace}"));
        Assert.All(Cases[at].Forbidden.Split('|'), trace => Assert.False(Compiled.Value.Holds(constraint, trace), $"{attribute} allows {trace}"));
    }

    [Fact]
    public void Every_template_of_the_language_is_tried_and_has_an_automaton()
    {
        var language = typeof(ConstraintAttribute).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(ConstraintAttribute)))
            .Select(t => t.Name.Split('`')[0][..^"Attribute".Length])
            .Order(StringComparer.Ordinal)
            .ToArray();
        Assert.Equal(language, Cases.Select(c => c.Attribute.Split('<', '(')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(language.Where(n => n != "Ltlf"), Enum.GetNames<Template>().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_constraint_compiles_without_a_warning_and_passes_the_edit_matrix() =>
        GeneratorHarness.Run(PolicySamples.With(string.Join('\n', Cases.Select((c, i) => $"[{Identified(c.Attribute, $"c{i:00}")}]")))).Compiles();

    [Fact]
    public void Every_type_of_key_tells_values_apart_and_knows_a_missing_one()
    {
        const string source = """
            namespace Sample;
            public enum Colour : ulong { Red, Blue = ulong.MaxValue }
            [Tool("t", "T.")]
            public sealed partial record T(
                string A, string? B, bool C, bool? D, int E, long? F, byte G, ulong H, Colour I, Colour? J, DateOnly K, DateOnly? L, DateTimeOffset M, DateTimeOffset? N, Guid O, Guid? P) : ITool<bool>;
            [Policy]
            """;
        var attributes = string.Concat(Enumerable.Range('A', 16).Select(c => $"[AtMost<T>(1, Same = \"{(char)c}\", Id = \"{char.ToLowerInvariant((char)c)}\")]"));
        var policy = CompiledPolicy.Of(SourceFiles.Of(source + attributes + "public static partial class P;"), "Sample.P");
        var colour = policy.New("Sample.T", "", null, false, null, 0, null, (byte)0, 0UL, null, null, default(DateOnly), null, default(DateTimeOffset), null, Guid.Empty, null).GetType().GetProperty("I")!.PropertyType;
        object Blue() => Enum.ToObject(colour, ulong.MaxValue);
        var day = new DateOnly(2026, 11, 20);
        var instant = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.FromHours(2));
        var one = policy.New("Sample.T", "x", null, true, null, -1, null, (byte)7, ulong.MaxValue, Blue(), null, day, null, instant, null, new Guid("00112233-4455-6677-8899-aabbccddeeff"), null);
        var same = policy.New("Sample.T", "x", null, true, null, -1, null, (byte)7, ulong.MaxValue, Blue(), null, day, null, instant.ToUniversalTime(), null, new Guid("00112233-4455-6677-8899-aabbccddeeff"), null);
        var other = policy.New("Sample.T", "y", "", false, false, 1, 0L, (byte)8, 1UL, Enum.ToObject(colour, 0UL), Blue(), day.AddDays(1), day, instant.AddTicks(1), instant, Guid.Empty, Guid.Empty);
        Assert.Equal(16, policy.Constraints.Length);
        Assert.All(policy.Constraints, constraint =>
        {
            var read = constraint.Atoms[0].KeyOf!;
            Assert.Equal(read(one), read(same));
            Assert.NotEqual(read(one), read(other));
            Assert.Equal("bdfjlnp".Contains(constraint.Id, StringComparison.Ordinal), read(one) == CorrelationKey.None);
            Assert.NotEqual(CorrelationKey.None, read(other));
        });
    }

    private static string Identified(string attribute, string id) =>
        attribute.EndsWith(')') ? $"{attribute[..^1]}, Id = \"{id}\")" : $"{attribute}(Id = \"{id}\")";
}
