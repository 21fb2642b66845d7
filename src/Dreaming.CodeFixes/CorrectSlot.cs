using System;
using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.CodeFixes;

/// <summary>Writes a slot in an opening as the scenario spells it: <c>{birth_date}</c> becomes <c>{BirthDate}</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectSlot)), Shared]
public sealed class CorrectSlot() : RuleFix(RuleIds.UnknownSlot)
{
    private static readonly Regex Slot = new(@"\{([^{}]+)\}", RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await SyntaxEdit.FindAsync<AttributeSyntax>(context).ConfigureAwait(false) is not { } attribute || TextLiteral.First(attribute) is not { } literal
            || attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declared)
            return;
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model!.GetDeclaredSymbol(declared, context.CancellationToken) is not INamedTypeSymbol scenario)
            return;
        var slots = RecordParser.Members(scenario).Select(m => m.Symbol.Name).ToArray();
        var template = literal.Token.ValueText;
        var corrected = Slot.Replace(template, match => Closest(slots, match.Groups[1].Value) is { } slot ? "{" + slot + "}" : match.Value);
        if (corrected != template)
            SyntaxEdit.Offer(context, $"Write \"{corrected}\"", literal, old => TextLiteral.With(old, corrected));
    }

    private static string? Closest(IReadOnlyList<string> slots, string written)
    {
        var found = slots.Where(s => Bare(s) == Bare(written)).Take(2).ToArray();
        return found.Length == 1 ? found[0] : null;

        static string Bare(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
    }
}
