using System;
using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads the declaration that generated code adds to.</summary>
internal static class TypeParser
{
    private static readonly string[] Roles = [KnownNames.Data, KnownNames.Tool, KnownNames.Sandbox, KnownNames.Policy, KnownNames.Scenario, KnownNames.Rubric, KnownNames.Signal];

    /// <param name="type">The declared type.</param>
    /// <param name="added">The public member that generated code adds; null for none.</param>
    /// <param name="wanted">What it must be, for the message: <c>record</c>, <c>static class</c>.</param>
    /// <param name="sink">Receives what is wrong; null when nobody asks.</param>
    public static TypeSpec? Parse(INamedTypeSymbol type, string wanted, string? added, IRuleSink? sink)
    {
        var right = wanted switch
        {
            "record" => type.IsRecord,
            "static class" => type.IsStatic,
            _ => type.TypeKind == TypeKind.Class && !type.IsStatic,
        };
        var chain = new List<INamedTypeSymbol>();
        for (var t = type; t is not null; t = t.ContainingType)
            chain.Insert(0, t);
        if (!right || chain.Any(t => t.IsGenericType || !IsPartial(t)))
        {
            sink?.Report(UsageRules.NotPartial, type.Location(), type.Name, wanted);
            return null;
        }

        if (added is not null && !IsFree(type, added, sink))
            return null;

        var roles = Roles.Where(type.Has).ToArray();
        if (roles.Length > 1)
        {
            sink?.Report(UsageRules.OneRole, type.Location(), type.Name, Short(roles[0]), Short(roles[1]));
            return null;
        }

        return new TypeSpec(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
            type.Name,
            type.Code(),
            Keyword(type),
            type.IsStatic ? "static " : "",
            EquatableArray.From(chain.Take(chain.Count - 1).Select(t => $"{(t.IsStatic ? "static " : "")}partial {Keyword(t)} {Escaped(t.Name)}")));
    }

    /// <summary>Whether the name of a member that generated code adds is not taken by one that is written.</summary>
    public static bool IsFree(INamedTypeSymbol type, string added, IRuleSink? sink)
    {
        if (type.GetMembers(added).FirstOrDefault(IsWritten) is not { } taken)
            return true;
        sink?.Report(UsageRules.ReservedName, taken.Location(), type.Name, added);
        return false;
    }

    /// <summary>Whether a type has more than one role.</summary>
    public static bool HasSeveralRoles(INamedTypeSymbol type) => Roles.Count(type.Has) > 1;

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    // An analyzer sees the generated half as well.
    private static bool IsWritten(ISymbol member) =>
        member.DeclaringSyntaxReferences.Any(r => !r.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));

    private static string Short(string attribute) => attribute.Substring("Dreaming.".Length).Replace("Attribute", "");

    private static string Keyword(INamedTypeSymbol type) => (type.IsRecord, type.TypeKind) switch
    {
        (true, TypeKind.Struct) => "record struct",
        (true, _) => "record",
        (_, TypeKind.Struct) => "struct",
        (_, TypeKind.Interface) => "interface",
        _ => "class",
    };

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Select(r => r.GetSyntax())
        .OfType<TypeDeclarationSyntax>()
        .Any(d => d.Modifiers.Any(SyntaxKind.PartialKeyword));
}
