using System.Composition;
using System.Threading.Tasks;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.CodeFixes;

/// <summary>Marks a member that is sensitive elsewhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkSensitive)), Shared]
public sealed class MarkSensitive() : RuleFix(RuleIds.SensitiveElsewhere)
{
    private const string Mark = "Sensitive";

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await SyntaxEdit.FindAsync<ParameterSyntax>(context).ConfigureAwait(false) is { } parameter)
            SyntaxEdit.Offer(context, $"Add [{Mark}]", parameter, Marked);
        else if (await SyntaxEdit.FindAsync<PropertyDeclarationSyntax>(context).ConfigureAwait(false) is { } property)
            SyntaxEdit.Offer(context, $"Add [{Mark}]", property, Marked);
    }

    private static ParameterSyntax Marked(ParameterSyntax parameter)
    {
        var bare = parameter.WithoutLeadingTrivia();
        return bare.WithAttributeLists(With(bare.AttributeLists)).WithLeadingTrivia(parameter.GetLeadingTrivia());
    }

    private static PropertyDeclarationSyntax Marked(PropertyDeclarationSyntax property)
    {
        var bare = property.WithoutLeadingTrivia();
        return bare.WithAttributeLists(With(bare.AttributeLists)).WithLeadingTrivia(property.GetLeadingTrivia());
    }

    // First in the first brackets that speak of the member itself; in brackets of its own where there are none.
    private static SyntaxList<AttributeListSyntax> With(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (var list in lists)
            if (list.Target is null)
                return lists.Replace(list, list.WithAttributes(list.Attributes.Insert(0, SyntaxFactory.Attribute(SyntaxFactory.ParseName(Mark)))));
        return lists.Insert(0, SyntaxFactory.ParseMemberDeclaration($"[{Mark}] int x;")!.AttributeLists[0]);
    }
}
