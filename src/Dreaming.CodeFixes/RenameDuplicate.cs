using System;
using System.Collections.Generic;
using System.Composition;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.CodeFixes;

/// <summary>Gives the second of two equal names a number.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameDuplicate)), Shared]
public sealed class RenameDuplicate() : RuleFix(RuleIds.DuplicateTool, RuleIds.DuplicateScenario, RuleIds.DuplicateInvariant, RuleIds.DuplicateCriterion, RuleIds.DuplicateSignal)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await SyntaxEdit.FindAsync<AttributeSyntax>(context).ConfigureAwait(false) is not { } attribute || TextLiteral.First(attribute) is not { } literal)
            return;
        var taken = await LiteralsAsync(context.Document.Project, context.CancellationToken).ConfigureAwait(false);
        var separator = context.Diagnostics[0].Id == RuleIds.DuplicateTool ? "_" : "-";
        var number = 2;
        string name;
        do
            name = literal.Token.ValueText + separator + number++.ToString(CultureInfo.InvariantCulture);
        while (taken.Contains(name));
        SyntaxEdit.Offer(context, $"Rename to '{name}'", literal, old => TextLiteral.With(old, name));
    }

    private static async Task<HashSet<string>> LiteralsAsync(Project project, CancellationToken cancellationToken)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in project.Documents)
            if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root)
                texts.UnionWith(root.DescendantTokens().Where(t => t.IsKind(SyntaxKind.StringLiteralToken)).Select(t => t.ValueText));
        return texts;
    }
}
