using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dreaming.CodeFixes;

/// <summary>A fix for some rules. All of a document's findings can be fixed at once.</summary>
/// <param name="rules">The rules' ids.</param>
public abstract class RuleFix(params string[] rules) : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. rules];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;
}
