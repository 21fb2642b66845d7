using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.CodeFixes;

/// <summary>Exchanges a minimum and a maximum that stand the wrong way round.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapBounds)), Shared]
public sealed class SwapBounds() : RuleFix(RuleIds.ContradictoryBounds)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var attributes = await SyntaxEdit.FindAsync<ParameterSyntax>(context).ConfigureAwait(false) is { } parameter ? parameter.AttributeLists
            : await SyntaxEdit.FindAsync<PropertyDeclarationSyntax>(context).ConfigureAwait(false) is { } property ? property.AttributeLists
            : default;
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var attribute in attributes.SelectMany(a => a.Attributes))
        {
            if (attribute.Name.ToString() is not ("Range" or "Length") || attribute.ArgumentList is not { } list)
                continue;
            var bounds = list.Arguments.Where(a => a.NameEquals is null).ToArray();
            if (bounds.Length < 2)
                continue;
            var (least, most) = (bounds[bounds.Length - 2].Expression, bounds[bounds.Length - 1].Expression);
            if (Number(model!, least) is not { } minimum || Number(model!, most) is not { } maximum || minimum <= maximum)
                continue;
            SyntaxEdit.Offer(context, $"Exchange {least} and {most}", list, old => old.ReplaceNodes(
                [least, most],
                (node, _) => (node == least ? most : least).WithTriviaFrom(node)));
        }
    }

    private static decimal? Number(SemanticModel model, ExpressionSyntax expression) => model.GetConstantValue(expression) switch
    {
        { HasValue: true, Value: int number } => number,
        { HasValue: true, Value: double number } when number is > -1e27 and < 1e27 => (decimal)number,
        _ => null,
    };
}
