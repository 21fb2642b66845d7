using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.CodeFixes;

/// <summary>Removes a fault that changes nothing, or one that is declared a second time.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveFault)), Shared]
public sealed class RemoveFault() : RuleFix(RuleIds.IdleFault, RuleIds.DuplicateFault)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await SyntaxEdit.FindAsync<AttributeSyntax>(context).ConfigureAwait(false) is not { ArgumentList.Arguments: { Count: > 0 } faults } attribute)
            return;
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        string? Name(AttributeArgumentSyntax fault) => model!.GetSymbolInfo(fault.Expression, context.CancellationToken).Symbol?.Name;
        var unwanted = context.Diagnostics[0].Id == RuleIds.IdleFault
            ? faults.LastOrDefault(f => Name(f) == "Stale")
            : faults.GroupBy(Name).Where(same => same.Count() > 1).Select(same => same.Last()).LastOrDefault();
        if (unwanted is null)
            return;
        if (faults.Count == 1)
            SyntaxEdit.OfferRemoval(context, $"Remove [{attribute}]", RemoveAttribute.Whole(attribute));
        else
            SyntaxEdit.OfferRemoval(context, $"Remove {unwanted}", unwanted);
    }
}
