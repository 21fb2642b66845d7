using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Gates;
using Xunit;

namespace Dreaming.Gates.Tests.Gates;

public class ToolContractTestsTests
{
    [Fact]
    public void A_true_contract_holds_in_every_probe()
    {
        var cases = Run(new DaysTool());

        Assert.DoesNotContain(cases, c => !c.Held);
        Assert.Contains(cases, c => c.Probe == "rejects days: above maximum");
        Assert.Contains(cases, c => c.Probe == "accepts days: maximum");
        Assert.Contains(cases, c => c.Probe == "rejects a call without days");
        Assert.Contains(cases, c => c.Probe == "rejects nesting without end");
        Assert.Equal(cases.Length, cases.Select(c => c.Probe).Distinct().Count());
    }

    [Fact]
    public void A_validator_that_lets_a_near_miss_through_is_found() => AssertBroken(new Lenient(), "rejects days: above maximum", "It was accepted");

    [Fact]
    public void A_validator_that_turns_a_boundary_away_is_found() => AssertBroken(new Strict(), "accepts days: maximum", "It was rejected");

    [Fact]
    public void A_validator_that_throws_is_found() => AssertBroken(new Throwing(), "rejects a truncated escape", "InvalidOperationException: broken");

    [Fact]
    public void A_validator_that_rejects_without_a_violation_is_found() => AssertBroken(new Silent(), "rejects days: below minimum", "names 0 violations");

    [Fact]
    public void A_writer_that_loses_a_value_is_found() => AssertBroken(new Forgetful(), "writes what it read: days: maximum", "changed days");

    [Fact]
    public void A_schema_that_is_no_JSON_is_found() => AssertBroken(new Unschemed(), "schema is JSON that names every parameter", "");

    [Fact]
    public void A_contract_that_accepts_nothing_is_found() => AssertBroken(new Closed(), "accepts a full call made from its contract", "No call was accepted");

    private static ImmutableArray<ContractCase> Run(ToolContract tool) => ToolContractTests.Run(new HandmadeDomain(tool));

    private static void AssertBroken(ToolContract tool, string probe, string detail)
    {
        var broken = Assert.Single(Run(tool), c => c.Probe == probe);
        Assert.False(broken.Held);
        Assert.Contains(detail, broken.Detail, StringComparison.Ordinal);
    }

    private sealed class Lenient : DaysTool
    {
        public override bool Validate(ReadOnlySpan<byte> arguments, ICollection<Violation>? violations = null) => arguments.IndexOf("91"u8) >= 0 || base.Validate(arguments, violations);
    }

    private sealed class Strict : DaysTool
    {
        public override bool Validate(ReadOnlySpan<byte> arguments, ICollection<Violation>? violations = null)
        {
            if (arguments.IndexOf("90"u8) < 0)
                return base.Validate(arguments, violations);
            violations?.Add(new("/days", "range", "less than 90", "90"));
            return false;
        }
    }

    private sealed class Throwing : DaysTool
    {
        public override bool Validate(ReadOnlySpan<byte> arguments, ICollection<Violation>? violations = null) =>
            arguments.IndexOf("\\u"u8) >= 0 ? throw new InvalidOperationException("broken") : base.Validate(arguments, violations);
    }

    private sealed class Silent : DaysTool
    {
        public override bool Validate(ReadOnlySpan<byte> arguments, ICollection<Violation>? violations = null) => base.Validate(arguments);
    }

    private sealed class Forgetful : DaysTool
    {
        public override void WriteCall(Utf8JsonWriter writer, object call) => base.WriteCall(writer, Math.Min((int)call, 30));
    }

    private sealed class Unschemed : DaysTool
    {
        public override string ParametersSchema => "{";
    }

    private sealed class Closed : DaysTool
    {
        public override bool Validate(ReadOnlySpan<byte> arguments, ICollection<Violation>? violations = null)
        {
            violations?.Add(new("", "json", "another", "this"));
            return false;
        }
    }
}
