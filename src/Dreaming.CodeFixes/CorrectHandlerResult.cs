using System.Composition;
using System.Threading.Tasks;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.CodeFixes;

/// <summary>Gives a handler the result that its tool declares.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectHandlerResult)), Shared]
public sealed class CorrectHandlerResult() : RuleFix(RuleIds.HandlerResult)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await SyntaxEdit.FindAsync<MethodDeclarationSyntax>(context).ConfigureAwait(false) is not { } method
            || method.ParameterList.Parameters.Count != 1 || method.ParameterList.Parameters[0].Type is not { } call)
            return;
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model.GetTypeInfo(call, context.CancellationToken).Type is not INamedTypeSymbol tool || ToolParser.Result(tool) is not { } result)
            return;
        var wanted = $"ToolOutcome<{result.ToMinimalDisplayString(model!, call.SpanStart)}>";
        SyntaxEdit.Offer(context, $"Return {wanted}", method.ReturnType, old => SyntaxFactory.ParseTypeName(wanted).WithTriviaFrom(old));
    }
}
