using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dreaming.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.Generators.Incremental;

/// <summary>Which syntax may be a declaration of the language. What it really is, its symbol says.</summary>
internal static class DeclarationSyntax
{
    private static readonly ImmutableHashSet<string> Names =
    [
        .. new[] { KnownNames.Domain, KnownNames.Data, KnownNames.Tool, KnownNames.Sandbox, KnownNames.Policy, KnownNames.Signal, KnownNames.Scenario, KnownNames.Rubric }
            .Select(n => n.Substring("Dreaming.".Length))
            .SelectMany(n => new[] { n, n.Substring(0, n.Length - "Attribute".Length) }),
    ];

    /// <summary>The last part of an attribute's name.</summary>
    public static string SimpleName(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    /// <summary>The type declarations that may carry an attribute of the language, in the order of the file.</summary>
    /// <param name="root">The file.</param>
    /// <param name="aliases">The names that may stand for an attribute of the language.</param>
    public static IEnumerable<TypeDeclarationSyntax> Types(SyntaxNode root, ImmutableHashSet<string> aliases) => root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .OfType<TypeDeclarationSyntax>()
        .Where(type => MayCarry(type.AttributeLists, aliases));

    /// <summary>Whether a file may declare the domain.</summary>
    public static bool MayDeclareDomain(SyntaxNode root, ImmutableHashSet<string> aliases) =>
        root is CompilationUnitSyntax unit && MayCarry(unit.AttributeLists, aliases);

    private static bool MayCarry(SyntaxList<AttributeListSyntax> lists, ImmutableHashSet<string> aliases)
    {
        foreach (var list in lists)
            foreach (var attribute in list.Attributes)
                if (SimpleName(attribute) is var name && (Names.Contains(name) || aliases.Contains(name) || aliases.Contains(name + "Attribute")))
                    return true;
        return false;
    }
}
