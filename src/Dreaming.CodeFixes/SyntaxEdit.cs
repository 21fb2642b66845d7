using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dreaming.CodeFixes;

/// <summary>Offers the replacement of one node by another.</summary>
internal static class SyntaxEdit
{
    public static void Offer<T>(CodeFixContext context, string title, T old, Func<T, SyntaxNode> change)
        where T : SyntaxNode => context.RegisterCodeFix(
            CodeAction.Create(title, cancellation => ReplaceAsync(context.Document, old, change(old), cancellation), title), context.Diagnostics);

    public static void OfferRemoval(CodeFixContext context, string title, SyntaxNode old) => context.RegisterCodeFix(
        CodeAction.Create(
            title,
            async cancellation =>
            {
                var root = await context.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
                return context.Document.WithSyntaxRoot(root!.RemoveNode(old, SyntaxRemoveOptions.KeepNoTrivia)!);
            },
            title),
        context.Diagnostics);

    /// <summary>The innermost node of a kind around what was reported.</summary>
    public static async Task<T?> FindAsync<T>(CodeFixContext context)
        where T : SyntaxNode
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        return root?.FindNode(context.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>();
    }

    private static async Task<Document> ReplaceAsync(Document document, SyntaxNode old, SyntaxNode @new, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(old, @new));
    }
}
