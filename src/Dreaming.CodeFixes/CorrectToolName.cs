using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.CodeFixes;

/// <summary>Writes a tool's name in snake_case.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectToolName)), Shared]
public sealed class CorrectToolName() : RuleFix(RuleIds.ToolName)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await SyntaxEdit.FindAsync<AttributeSyntax>(context).ConfigureAwait(false) is not { } attribute || TextLiteral.First(attribute) is not { } literal)
            return;
        var written = literal.Token.ValueText;
        // A name that says nothing gives way to that of the record.
        var from = written.Any(char.IsLetter) ? new string([.. written.Select(c => char.IsLetterOrDigit(c) ? c : '_')]) : attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText ?? "";
        var name = Naming.Snake(from);
        if (Naming.IsSnake(name))
            SyntaxEdit.Offer(context, $"Rename to '{name}'", literal, old => TextLiteral.With(old, name));
    }
}
