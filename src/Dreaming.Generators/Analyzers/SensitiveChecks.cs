using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Analyzers;

/// <summary>Finds ways on which what identifies a person gets past the scrubber: as a placeholder in a text that a model reads, and as a member that nobody marked.</summary>
internal static class SensitiveChecks
{
    private static readonly Regex Placeholder = new(@"\{([A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.CultureInvariant);

    // Names that say nothing of whom they speak: a shop has a name too.
    private static readonly HashSet<string> General = new(
        "name title text value note notes description comment content kind type status state date time day number code id key label summary message subject reason amount count data".Split(' '),
        StringComparer.Ordinal);

    public static void Check(IAssemblySymbol assembly, DomainDeclarations declarations, IRuleSink sink)
    {
        var records = new[] { KnownNames.Tool, KnownNames.Data, KnownNames.Scenario }.SelectMany(declarations.With).ToArray();
        var members = records.SelectMany(Members).ToArray();
        var sensitive = members.Where(m => m.IsSensitive).ToArray();
        if (sensitive.Length == 0)
            return;
        Unmarked(members, sensitive, sink);
        var names = new HashSet<string>(sensitive.SelectMany(m => new[] { m.Property.Name, m.Name }), StringComparer.Ordinal);
        foreach (var (text, where, at) in Texts(assembly, declarations, members))
            foreach (Match placeholder in Placeholder.Matches(text))
                if (names.Contains(placeholder.Groups[1].Value))
                    sink.Report(UsageRules.SensitiveInText, at, placeholder.Value, where);
    }

    // What a scenario knows comes from the world and is never scrubbed; its mark still says what a member is.
    private static void Unmarked(Member[] members, Member[] sensitive, IRuleSink sink)
    {
        foreach (var member in members)
            if (!member.IsSensitive && !member.Owner.Has(KnownNames.Scenario) && !General.Contains(member.Name)
                && sensitive.FirstOrDefault(s => s.Name == member.Name && SymbolEqualityComparer.Default.Equals(s.Type, member.Type)) is { } marked)
                sink.Report(UsageRules.SensitiveElsewhere, member.Property.Location(), member.Property.Name, member.Owner.Name, marked.Owner.Name);
    }

    private static IEnumerable<(string Text, string Where, Location At)> Texts(IAssemblySymbol assembly, DomainDeclarations declarations, Member[] members)
    {
        if (assembly.Find(KnownNames.Domain) is { } domain)
            yield return (domain.Named("Instructions", ""), "the instructions of the domain", domain.Location(assembly));
        foreach (var type in declarations.With(KnownNames.Tool))
            if (type.Find(KnownNames.Tool) is { } tool)
                yield return (tool.Text(1), $"the description of tool '{tool.Text(0)}'", tool.Location(type));
        foreach (var member in members)
            if (member.Attributes.Find(KnownNames.Description) is { } description)
                yield return (description.Text(0), $"the description of '{member.Property.Name}'", description.Location(member.Property));
        foreach (var rubric in declarations.With(KnownNames.Rubric))
            foreach (var (attribute, method) in RubricParser.Declared(rubric))
                yield return (attribute.Text(3), $"the text of criterion '{attribute.Text(0)}'", attribute.Location(method ?? (ISymbol)rubric));
        foreach (var method in declarations.With(KnownNames.Policy).Concat(declarations.With(KnownNames.Tool)).SelectMany(t => t.GetMembers().OfType<IMethodSymbol>()))
            if (method.Find(KnownNames.Invariant) is { } invariant)
                yield return (invariant.Named("Because", ""), $"the reason of invariant '{invariant.Text(0)}'", invariant.Location(method));
        foreach (var scenario in declarations.With(KnownNames.Scenario))
        {
            if (scenario.Find(KnownNames.Scenario) is { } declared)
                yield return (declared.Named("Title", ""), $"the title of scenario '{declared.Text(0)}'", declared.Location(scenario));
            foreach (var method in scenario.GetMembers().OfType<IMethodSymbol>())
                if (method.Find(KnownNames.Counterfactual) is { } counterfactual)
                    yield return (counterfactual.Text(1), $"the description of counterfactual '{counterfactual.Text(0)}'", counterfactual.Location(method));
        }
    }

    private static IEnumerable<Member> Members(INamedTypeSymbol record) => RecordParser.Members(record).Select(m =>
        new Member(record, m.Symbol, [.. MemberParser.Attributes(m.Symbol, m.Parameter)]));

    private sealed record Member(INamedTypeSymbol Owner, IPropertySymbol Property, IReadOnlyList<AttributeData> Attributes)
    {
        public bool IsSensitive { get; } = Attributes.Find(KnownNames.Sensitive) is not null;

        public string Name { get; } = Attributes.Find(KnownNames.JsonPropertyName)?.Text(0) ?? Naming.Snake(Property.Name);

        /// <summary>The type without its nullability.</summary>
        public ITypeSymbol Type { get; } = Property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : Property.Type;
    }
}
