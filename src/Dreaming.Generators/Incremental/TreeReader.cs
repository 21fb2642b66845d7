using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.Generators.Incremental;

/// <summary>Reads the facts of a file off its syntax, without a compilation.</summary>
internal static class TreeReader
{
    public static TreeFacts Read(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var text = new StringBuilder();
        Head(tree, text);
        foreach (var item in root.DescendantNodesAndTokensAndSelf(static node => !IsBody(node)))
            Shape(item, text);
        using var sha = SHA256.Create();
        var facts = new TreeFacts { Surface = Convert.ToBase64String(sha.ComputeHash(Encoding.Unicode.GetBytes(text.ToString()))) };
        foreach (var node in root.DescendantNodes(static node => !IsBody(node)))
            Collect(node, facts);
        return facts;
    }

    /// <summary>What no declaration's meaning depends on.</summary>
    private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax;

    // The options of the parser decide on meaning too; so does whether a file counts as generated.
    private static void Head(SyntaxTree tree, StringBuilder text)
    {
        if (tree.Options is CSharpParseOptions options)
            text.Append(options.LanguageVersion).Append(options.Kind);
        foreach (var feature in tree.Options.Features.OrderBy(f => f.Key, StringComparer.Ordinal))
            text.Append(feature.Key).Append('=').Append(feature.Value).Append(';');
        text.Append(tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).Append('\n');
    }

    // Kinds, counts and lengths make the text unambiguous.
    private static void Shape(SyntaxNodeOrToken item, StringBuilder text)
    {
        if (item.AsNode() is not { } node)
        {
            var token = item.AsToken();
            if (token.ContainsDirectives)
                Directives(token.LeadingTrivia, text);
            text.Append('t').Append(token.RawKind).Append(token.IsMissing ? '?' : ' ').Append(token.Text.Length).Append(' ').Append(token.Text);
        }
        else if (IsBody(node))
        {
            text.Append('b');
            if (node.ContainsDirectives)
                Directives(node.DescendantTrivia(), text);
        }
        else
        {
            text.Append('n').Append(node.RawKind).Append(' ').Append(node.ChildNodesAndTokens().Count);
        }
    }

    // Wherever it stands, it changes the meaning of all that follows.
    private static void Directives(IEnumerable<SyntaxTrivia> trivia, StringBuilder text)
    {
        foreach (var one in trivia)
            if (one.GetStructure() is NullableDirectiveTriviaSyntax directive)
                text.Append('d').Append(directive.SettingToken.RawKind).Append(' ').Append(directive.TargetToken.RawKind);
    }

    private static void Collect(SyntaxNode node, TreeFacts facts)
    {
        switch (node)
        {
            case SimpleNameSyntax name when !IsNameOfNamespace(name):
                facts.Mentioned.Add(name.Identifier.ValueText);
                break;
            case AttributeSyntax attribute:
                facts.Mentioned.Add(DeclarationSyntax.SimpleName(attribute) + "Attribute");
                facts.HasAttributes = true;
                break;
            case BaseTypeDeclarationSyntax type:
                facts.Declared.Add(type.Identifier.ValueText);
                break;
            case DelegateDeclarationSyntax type:
                facts.Declared.Add(type.Identifier.ValueText);
                break;
            case BaseNamespaceDeclarationSyntax space:
                foreach (var name in Held(space))
                    facts.Namespaces.Add(name);
                break;
            case UsingDirectiveSyntax directive:
                Collect(directive, facts);
                break;
        }
    }

    private static void Collect(UsingDirectiveSyntax directive, TreeFacts facts)
    {
        if (directive.Alias is { } alias)
            (IsGlobal(directive) ? facts.GlobalAliases : facts.Aliases).Add(alias.Name.Identifier.ValueText);
        if (!IsGlobal(directive))
            return;
        facts.HasGlobalUsings = true;
        foreach (var name in directive.DescendantNodes().OfType<SimpleNameSyntax>())
            facts.GloballyMentioned.Add(name.Identifier.ValueText);
    }

    private static bool IsGlobal(UsingDirectiveSyntax directive) => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);

    private static bool IsNameOfNamespace(SimpleNameSyntax name)
    {
        SyntaxNode whole = name;
        while (whole.Parent is QualifiedNameSyntax qualified)
            whole = qualified;
        return whole.Parent is BaseNamespaceDeclarationSyntax;
    }

    private static IEnumerable<string> Held(BaseNamespaceDeclarationSyntax space)
    {
        var parts = space.AncestorsAndSelf().OfType<BaseNamespaceDeclarationSyntax>().Reverse()
            .SelectMany(n => n.Name.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
            .Select(n => n.Identifier.ValueText).ToArray();
        for (var length = 1; length <= parts.Length; length++)
            yield return string.Join(".", parts.Take(length));
    }
}
