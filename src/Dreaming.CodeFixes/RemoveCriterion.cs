using System.Composition;
using System.Threading.Tasks;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.CodeFixes;

/// <summary>Removes a criterion that counts for nothing, and brings points that are out of range to the nearest that are not.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveCriterion)), Shared]
public sealed class RemoveCriterion() : RuleFix(RuleIds.CriterionPoints)
{
    private const int Most = 10;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await SyntaxEdit.FindAsync<AttributeSyntax>(context).ConfigureAwait(false) is not { ArgumentList.Arguments: { Count: > 2 } arguments } attribute)
            return;
        var points = arguments[2].Expression;
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model!.GetConstantValue(points).Value is not int number)
            return;
        if (number != 0)
        {
            var nearest = number > 0 ? Most : -Most;
            SyntaxEdit.Offer(context, $"Give it {nearest} points", points, old => SyntaxFactory.ParseExpression(nearest.ToString(System.Globalization.CultureInfo.InvariantCulture)).WithTriviaFrom(old));
        }
        else
        {
            SyntaxEdit.OfferRemoval(context, "Remove the criterion", attribute.FirstAncestorOrSelf<MethodDeclarationSyntax>() ?? RemoveAttribute.Whole(attribute));
        }
    }
}
