using System;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.CodeFixes;

/// <summary>Adds the handler of a tool to a sandbox, as the last of its members and without a body of its own yet.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddHandler)), Shared]
public sealed class AddHandler() : RuleFix(RuleIds.NoHandler)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await SyntaxEdit.FindAsync<ClassDeclarationSyntax>(context).ConfigureAwait(false) is not { } sandbox || sandbox.CloseBraceToken.IsKind(SyntaxKind.None))
            return;
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var message = context.Diagnostics[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        var tool = model!.Compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type, context.CancellationToken)
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(t => t.Has(KnownNames.Tool) && message.IndexOf($" Handle({t.Name} call)", StringComparison.Ordinal) >= 0);
        if (tool is null || ToolParser.Result(tool) is not { } result)
            return;
        var at = sandbox.CloseBraceToken.SpanStart;
        var head = $"public ToolOutcome<{result.ToMinimalDisplayString(model, at)}> Handle({tool.ToMinimalDisplayString(model, at)} call)";
        SyntaxEdit.Offer(context, $"Add 'Handle({tool.Name} call)'", sandbox, type => type.AddMembers(Handler(type, head)));
    }

    // Indented one step deeper than the class, after an empty line where there is a member before it.
    private static MemberDeclarationSyntax Handler(ClassDeclarationSyntax sandbox, string head)
    {
        var outer = sandbox.CloseBraceToken.LeadingTrivia.Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Select(t => t.ToString()).LastOrDefault() ?? "";
        var end = sandbox.SyntaxTree.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n";
        var isOneLine = !sandbox.CloseBraceToken.LeadingTrivia.Concat(sandbox.Members.LastOrDefault()?.GetTrailingTrivia() ?? sandbox.OpenBraceToken.TrailingTrivia).Any(t => t.IsKind(SyntaxKind.EndOfLineTrivia));
        var indent = outer + "    ";
        var text = (isOneLine || sandbox.Members.Count > 0 ? end : "") + indent + head + " => throw new System.NotImplementedException();" + end;
        return SyntaxFactory.ParseMemberDeclaration(text)!;
    }
}
