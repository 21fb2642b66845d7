using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads a sandbox and the tools that it handles.</summary>
internal static class SandboxParser
{
    public static SandboxSpec? Parse(INamedTypeSymbol type, IRuleSink? sink)
    {
        if (TypeParser.Parse(type, "class", null, sink) is not { } spec)
            return null;
        if (type.Implemented(KnownNames.SandboxInterface) is null)
        {
            sink?.Report(UsageRules.NoSandbox, type.Location(), type.Name);
            return null;
        }

        // A tool or handler that is refused is left out; the findings stop the build, and what else belongs to the sandbox stays whole.
        var handlers = new List<HandlerSpec>();
        foreach (var (method, tool) in Handlers(type))
        {
            var declared = ToolParser.Result(tool);
            if (declared is null)
                continue;
            var returned = method.ReturnType is INamedTypeSymbol { TypeArguments.Length: 1 } outcome && outcome.Is(KnownNames.ToolOutcome) ? outcome.TypeArguments[0] : null;
            if (!SymbolEqualityComparer.Default.Equals(returned, declared))
                sink?.Report(ToolRules.HandlerResult, method.Location(), tool.Name, method.ReturnType.Words(), declared.Words());
            else if (!IsRefused(tool))
                handlers.Add(new HandlerSpec(tool.Code(), declared.Code()));
        }

        return new SandboxSpec(spec, EquatableArray.From(handlers));
    }

    private static bool IsRefused(INamedTypeSymbol tool) =>
        tool.DeclaringSyntaxReferences.Length > 0 && ToolParser.Parse(tool, null) is null;

    /// <summary>The public <c>Handle</c> methods that take a tool.</summary>
    public static IEnumerable<(IMethodSymbol Method, INamedTypeSymbol Tool)> Handlers(INamedTypeSymbol sandbox) =>
        from method in sandbox.GetMembers("Handle").OfType<IMethodSymbol>()
        where method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, Parameters.Length: 1 }
        let tool = method.Parameters[0].Type as INamedTypeSymbol
        where tool is not null && tool.Has(KnownNames.Tool)
        select (method, tool);
}
