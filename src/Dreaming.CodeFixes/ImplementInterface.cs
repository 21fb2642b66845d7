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

/// <summary>Adds the interface that a tool, a sandbox, a signal or a scenario lacks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ImplementInterface)), Shared]
public sealed class ImplementInterface() : RuleFix(RuleIds.NoTool, RuleIds.NoSandbox, RuleIds.NoScenario, RuleIds.SignalShape)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await SyntaxEdit.FindAsync<TypeDeclarationSyntax>(context).ConfigureAwait(false) is not { } declared)
            return;
        var name = declared.Identifier.Text;
        var wanted = context.Diagnostics[0].Id switch
        {
            RuleIds.NoTool => "ITool<string>",
            RuleIds.NoSandbox => $"ISandbox<{name}>",
            RuleIds.SignalShape => Lacks(declared) ? $"ISignal<{name}>" : null,
            _ => await WorldAsync(context).ConfigureAwait(false) is { } world ? $"IScenario<{name}, {world}>" : null,
        };
        if (wanted is not null)
            SyntaxEdit.Offer(context, $"Implement {wanted}", declared, type => With(type, SyntaxFactory.SimpleBaseType(SyntaxFactory.ParseTypeName(wanted))));
    }

    // The base list follows what stands before it on the same line.
    private static SyntaxNode With(TypeDeclarationSyntax type, BaseTypeSyntax wanted)
    {
        if (type.BaseList is { } bases)
            return type.WithBaseList(bases.AddTypes(wanted.WithTrailingTrivia(bases.Types.Last().GetTrailingTrivia())));
        var before = type.ParameterList?.CloseParenToken ?? type.Identifier;
        var after = before.TrailingTrivia;
        var list = SyntaxFactory.BaseList(
            SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.SingletonSeparatedList(wanted)).WithTrailingTrivia(after);
        return ((TypeDeclarationSyntax)type.ReplaceToken(before, before.WithTrailingTrivia(SyntaxFactory.Space))).WithBaseList(list);
    }

    // A signal that is otherwise as it must be.
    private static bool Lacks(TypeDeclarationSyntax declared) =>
        declared is RecordDeclarationSyntax { TypeParameterList: null, BaseList: null } && declared.IsKind(SyntaxKind.RecordDeclaration)
        && !declared.Modifiers.Any(SyntaxKind.AbstractKeyword) && !declared.Modifiers.Any(SyntaxKind.PrivateKeyword);

    // The domain's only sandbox.
    private static async Task<string?> WorldAsync(CodeFixContext context)
    {
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var sandboxes = model!.Compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type, context.CancellationToken)
            .OfType<INamedTypeSymbol>()
            .Where(t => t.Has(KnownNames.Sandbox))
            .Take(2)
            .ToArray();
        return sandboxes.Length == 1 ? sandboxes[0].ToMinimalDisplayString(model, context.Span.Start) : null;
    }
}
