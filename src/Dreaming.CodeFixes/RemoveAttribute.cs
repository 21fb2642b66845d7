using System.Composition;
using System.Threading.Tasks;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.CodeFixes;

/// <summary>Removes a constraint that has no meaning for its type, an example that breaks its contract, or a judged criterion that something else proves.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAttribute)), Shared]
public sealed class RemoveAttribute() : RuleFix(RuleIds.ConstraintDoesNotApply, RuleIds.BadExample, RuleIds.JudgedTwice)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await SyntaxEdit.FindAsync<AttributeSyntax>(context).ConfigureAwait(false) is { } attribute)
            SyntaxEdit.OfferRemoval(context, $"Remove [{attribute}]", Whole(attribute));
    }

    /// <summary>The attribute; with its brackets when nothing else stands in them.</summary>
    internal static SyntaxNode Whole(AttributeSyntax attribute) =>
        attribute.Parent is AttributeListSyntax { Attributes.Count: 1 } list ? list : attribute;
}
