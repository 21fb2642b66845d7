using Dreaming.Contracts;
using Dreaming.Dsl.Tests.Domain;
using NJsonSchema;

namespace Dreaming.Dsl.Tests;

public class PerturbationTests
{
    public static TheoryData<string, string, PerturbationKind, string, string> All =>
    [
        .. SampleDeskDomain.Instance.Tools.SelectMany(t => t.Perturbations.Select(p => new TheoryDataRow<string, string, PerturbationKind, string, string>(t.Name, p.Parameter, p.Kind, p.Json, p.Reason))),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void A_perturbation_is_what_it_says(string tool, string parameter, PerturbationKind kind, string json, string reason)
    {
        var contract = Documents.Tool(tool);
        // A perturbation speaks of one parameter; predicates across several are another matter.
        var violations = Documents.Violations(contract, Documents.With(contract, parameter, json)).Where(v => v != " invariant").ToArray();
        if (kind == PerturbationKind.NearMiss)
            Assert.All(violations, v => Assert.StartsWith("/" + parameter, v, StringComparison.Ordinal));
        Assert.True(kind == PerturbationKind.NearMiss == violations.Length > 0, $"{parameter} = {json} ({reason}): {string.Join(", ", violations)}");
    }

    [Theory]
    [MemberData(nameof(Documents.ToolNames), MemberType = typeof(Documents))]
    public async Task An_independent_validator_of_the_schema_agrees(string tool)
    {
        var contract = Documents.Tool(tool);
        var schema = await JsonSchema.FromJsonAsync(contract.ParametersSchema, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(Documents.Valid(contract)));
        foreach (var p in contract.Perturbations)
        {
            if (IsBeyondTheOracle(contract, p))
                continue;
            var found = schema.Validate(Documents.With(contract, p.Parameter, p.Json));
            Assert.True(p.Kind == PerturbationKind.NearMiss == found.Count > 0, $"{p.Parameter} = {p.Json} ({p.Reason}): {string.Join(", ", found)}");
        }
    }

    [Fact]
    public void Perturbations_cover_every_constrained_parameter_on_both_sides()
    {
        foreach (var parameter in PlaceOrder.Contract.Parameters.Where(p => p.Pattern is not null || p.Minimum is not null || p.Kind == ValueKind.Enum))
        {
            var kinds = PlaceOrder.Contract.Perturbations.Where(p => p.Parameter == parameter.Name).Select(p => p.Kind).ToHashSet();
            Assert.Contains(PerturbationKind.NearMiss, kinds);
            Assert.True(kinds.Contains(PerturbationKind.Valid) || kinds.Contains(PerturbationKind.Boundary), parameter.Name);
        }
    }

    // The oracle reads formats by .NET's lenient parsers.
    private static bool IsBeyondTheOracle(ToolContract contract, Perturbation perturbation) =>
        perturbation.Kind == PerturbationKind.NearMiss
        && perturbation.Json.StartsWith('"')
        && contract.Parameters.Single(m => m.Name == perturbation.Parameter).Kind is ValueKind.Date or ValueKind.Time or ValueKind.Instant or ValueKind.Guid;
}
