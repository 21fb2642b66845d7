using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.CodeFixes;

/// <summary>The text that an attribute begins with.</summary>
internal static class TextLiteral
{
    /// <summary>The literal; null when the first argument is something else.</summary>
    public static LiteralExpressionSyntax? First(AttributeSyntax attribute) =>
        attribute.ArgumentList is { Arguments: { Count: > 0 } arguments } && arguments[0].Expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal : null;

    /// <summary>The literal with another text, and what stands around it.</summary>
    public static LiteralExpressionSyntax With(LiteralExpressionSyntax old, string text) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text)).WithTriviaFrom(old);
}
