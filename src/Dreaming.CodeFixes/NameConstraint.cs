using System.Composition;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Dreaming.Generators.Analyzers;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.CodeFixes;

/// <summary>Gives a constraint whose id is taken one with a number.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameConstraint)), Shared]
public sealed class NameConstraint() : RuleFix(RuleIds.DuplicateConstraint)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (!context.Diagnostics[0].Properties.TryGetValue(TemporalChecks.ConstraintIdProperty, out var id)
            || await SyntaxEdit.FindAsync<AttributeSyntax>(context).ConfigureAwait(false) is not { } attribute)
            return;
        var text = (await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false)).ToString();
        var number = 2;
        string name;
        do
            name = $"{id}-{number++.ToString(CultureInfo.InvariantCulture)}";
        while (text.Contains($"\"{name}\""));
        SyntaxEdit.Offer(context, $"Name it '{name}'", attribute, old => With(old, name));
    }

    private static AttributeSyntax With(AttributeSyntax attribute, string name)
    {
        var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name));
        if (attribute.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == "Id") is { } written)
            return attribute.ReplaceNode(written, written.WithExpression(literal));
        var argument = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName("Id").WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
            null,
            literal);
        var arguments = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        return attribute.WithArgumentList(arguments.WithArguments(SyntaxFactory.SeparatedList(
            arguments.Arguments.Add(argument),
            Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), arguments.Arguments.Count))));
    }
}
