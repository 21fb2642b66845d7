using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Analyzers;

/// <summary>Holds the criteria of a domain against what decides without a model and without an average.</summary>
internal static class ProofChecks
{
    private const int Lowest = -10;

    /// <param name="own">The rubrics of the domain's assembly.</param>
    /// <param name="included">Those and all that they include.</param>
    /// <param name="invariants">The methods that are invariants, on policies and on tools.</param>
    /// <param name="sink">Receives what is found.</param>
    public static void Check(IReadOnlyList<INamedTypeSymbol> own, IReadOnlyList<INamedTypeSymbol> included, IEnumerable<IMethodSymbol> invariants, IRuleSink sink)
    {
        var vetoes = invariants.Select(m => m.Find(KnownNames.Invariant)!).Select(a => new Proof("invariant", a.Text(0), a.Named("Because", ""))).ToArray();
        var coded = included.SelectMany(RubricParser.Declared).Where(c => c.Method is not null).Select(c => new Proof("criterion", c.Attribute.Text(0), c.Attribute.Text(3))).ToArray();
        var earned = included.SelectMany(RubricParser.Declared).Sum(c => System.Math.Max(0, RubricParser.Points(c.Attribute)));
        foreach (var rubric in own)
        {
            foreach (var (attribute, method) in RubricParser.Declared(rubric))
            {
                var criterion = new Proof("", attribute.Text(0), attribute.Text(3));
                if (method is null && vetoes.Concat(coded).FirstOrDefault(criterion.IsProvenBy) is { Kind: { } kind } proof)
                    sink.Report(RubricRules.JudgedTwice, attribute.Location(rubric), criterion.Id, kind, proof.Id);
                else if (method is not null && RubricParser.Points(attribute) == Lowest && earned >= -Lowest && CouldBeInvariant(method) && !vetoes.Any(criterion.IsProvenBy))
                    sink.Report(RubricRules.HiddenVeto, attribute.Location(method), criterion.Id);
            }
        }
    }

    // An invariant knows one world and no scenario.
    private static bool CouldBeInvariant(IMethodSymbol method) =>
        method.Parameters.All(p => !p.Type.Has(KnownNames.Scenario)) && method.Parameters.Count(p => p.Type.Has(KnownNames.Sandbox)) < 2;

    private readonly record struct Proof(string Kind, string Id, string Text)
    {
        // Two criteria with one id are another rule's finding.
        public bool IsProvenBy(Proof proof) =>
            (proof.Id != Id || proof.Kind != "criterion") && (Wording.IsSameId(Id, proof.Id) || Wording.IsAlike(Text, proof.Text));
    }
}
