using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads the members of a record that travels as JSON.</summary>
internal static class RecordParser
{
    /// <param name="type">The record.</param>
    /// <param name="added">The public member that generated code adds beside; null for none.</param>
    /// <param name="sink">Receives what is wrong; null when nobody asks.</param>
    /// <param name="outer">The records that are being read around this one; null for none.</param>
    public static RecordSpec? Parse(INamedTypeSymbol type, string? added, IRuleSink? sink, RecordScope? outer = null)
    {
        if (TypeParser.Parse(type, "record", added, sink) is not { } spec)
            return null;
        var scope = new RecordScope(type, outer);
        if (PredicateParser.Parse(type, sink) is not { } predicates)
            return null;
        if (UnionParser.IsUnion(type))
            return UnionParser.Parse(type, spec, sink, scope);
        if (RecordGraph.IsEndless(type))
        {
            sink?.Report(ToolRules.UnsupportedType, type.Location(), type.Name, type.Name, "each one must hold another one, without end; make the member nullable or a list");
            return null;
        }

        var members = new List<MemberSpec>();
        var complete = true;
        foreach (var (symbol, parameter) in Members(type))
        {
            var member = MemberParser.Parse(symbol, parameter, sink, scope);
            complete &= member is not null;
            if (member is null)
                continue;
            if (members.FirstOrDefault(m => m.JsonName == member.JsonName) is { } same)
            {
                sink?.Report(ToolRules.DuplicateMember, symbol.Location(), same.ClrName, member.ClrName, member.JsonName);
                complete = false;
            }

            members.Add(member);
        }

        return complete ? new RecordSpec(spec, type.IsValueType, EquatableArray.From(members)) { Predicates = EquatableArray.From(predicates) } : null;
    }

    /// <summary>The members in declared order: positional parameters first, then properties that can be set, and then those of the record that it derives from.</summary>
    public static IEnumerable<(IPropertySymbol Symbol, IParameterSymbol? Parameter)> Members(INamedTypeSymbol type)
    {
        var given = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (var parameter in Primary(type)?.Parameters ?? [])
            if (Records(type).SelectMany(t => t.GetMembers(parameter.Name).OfType<IPropertySymbol>()).FirstOrDefault() is { } property && given.Add(property.Name))
                yield return (property, parameter);
        foreach (var property in Records(type).SelectMany(t => t.GetMembers().OfType<IPropertySymbol>()))
        {
            if (property.IsStatic || property.IsIndexer || property.SetMethod is null || property.DeclaredAccessibility != Accessibility.Public)
                continue;
            if (property.SetMethod.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal && given.Add(property.Name))
                yield return (property, null);
        }
    }

    private static IEnumerable<INamedTypeSymbol> Records(INamedTypeSymbol type)
    {
        for (var t = type; t is { IsRecord: true } or { IsValueType: true, SpecialType: SpecialType.None }; t = t.BaseType)
            yield return t;
    }

    private static IMethodSymbol? Primary(INamedTypeSymbol type) => type.InstanceConstructors.FirstOrDefault(c =>
        c.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is RecordDeclarationSyntax { ParameterList: not null }));
}
