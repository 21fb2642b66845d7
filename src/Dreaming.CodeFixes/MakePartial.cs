using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.CodeFixes;

/// <summary>Makes a declaration, and the types around it, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartial)), Shared]
public sealed class MakePartial() : RuleFix(RuleIds.NotPartial)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await SyntaxEdit.FindAsync<TypeDeclarationSyntax>(context).ConfigureAwait(false) is not { } declared)
            return;
        var chain = declared.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().ToList();
        // A generic type, or the wrong kind of type, is not cured by a word.
        if (chain.Any(t => t.TypeParameterList is not null) || chain.All(IsPartial))
            return;
        var outermost = chain[chain.Count - 1];
        SyntaxEdit.Offer(context, $"Make '{declared.Identifier.ValueText}' partial", outermost, _ => outermost.ReplaceNodes(
            chain.Where(t => !IsPartial(t)),
            static (_, type) => WithPartial(type)));
    }

    private static bool IsPartial(TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static TypeDeclarationSyntax WithPartial(TypeDeclarationSyntax type)
    {
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (type.Modifiers.Count > 0)
            return (TypeDeclarationSyntax)type.WithModifiers(type.Modifiers.Add(partial));
        var keyword = type.Keyword;
        return (TypeDeclarationSyntax)type
            .WithKeyword(keyword.WithLeadingTrivia())
            .WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(keyword.LeadingTrivia)));
    }
}
