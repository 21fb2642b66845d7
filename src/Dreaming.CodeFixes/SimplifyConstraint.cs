using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.CodeFixes;

/// <summary>Writes "at most 0 times" as never, leaves a limit out that is below 0, and removes a constraint that forbids nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SimplifyConstraint)), Shared]
public sealed class SimplifyConstraint() : RuleFix(RuleIds.ConstraintCount, RuleIds.ConstraintLimit, RuleIds.VacuousConstraint)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await SyntaxEdit.FindAsync<AttributeSyntax>(context).ConfigureAwait(false) is not { } attribute)
            return;
        if (context.Diagnostics[0].Id == RuleIds.VacuousConstraint)
            SyntaxEdit.OfferRemoval(context, $"Remove [{attribute.Name}]", RemoveAttribute.Whole(attribute));
        else if (context.Diagnostics[0].Id == RuleIds.ConstraintLimit)
            OfferWithoutLimit(context, attribute);
        else if (attribute is { Name: GenericNameSyntax { Identifier.ValueText: "AtMost" or "Exactly" } name, ArgumentList: { } arguments }
            && arguments.Arguments.First() is { Expression: LiteralExpressionSyntax { Token.ValueText: "0" } } zero)
            SyntaxEdit.Offer(context, "Write Absence", attribute, old => Without(old, zero).WithName(name.WithIdentifier(SyntaxFactory.Identifier("Absence"))));
    }

    // Of two limits that are both right, nobody knows which is meant.
    private static void OfferWithoutLimit(CodeFixContext context, AttributeSyntax attribute)
    {
        if (attribute.ArgumentList!.Arguments.FirstOrDefault(a => a is { NameEquals.Name.Identifier.ValueText: "WithinTurns" or "WithinCalls", Expression: PrefixUnaryExpressionSyntax }) is { } negative)
            SyntaxEdit.Offer(context, $"Remove '{negative}'", attribute, old => Without(old, negative));
    }

    private static AttributeSyntax Without(AttributeSyntax attribute, AttributeArgumentSyntax argument)
    {
        var rest = attribute.ArgumentList!.Arguments.Remove(argument);
        return rest.Count == 0 ? attribute.WithArgumentList(null) : attribute.WithArgumentList(attribute.ArgumentList.WithArguments(rest));
    }
}
