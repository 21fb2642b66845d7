using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.Generators.Analyzers;

/// <summary>What a method's body shows without being run.</summary>
internal static class BodyShape
{
    /// <summary>Whether a method is written to return one truth value, whatever it is given.</summary>
    public static bool Always(this IMethodSymbol method, bool value) => method.DeclaringSyntaxReferences
        .Select(r => r.GetSyntax())
        .OfType<MethodDeclarationSyntax>()
        .Select(Returned)
        .Any(e => e.IsKind(value ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression));

    private static ExpressionSyntax? Returned(MethodDeclarationSyntax method)
    {
        if (method.ExpressionBody is { } arrow)
            return arrow.Expression;
        return method.Body?.Statements is { Count: 1 } statements && statements[0] is ReturnStatementSyntax { Expression: { } returned } ? returned : null;
    }
}
