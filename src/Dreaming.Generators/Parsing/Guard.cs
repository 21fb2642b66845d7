using System;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Keeps one declaration's failure from taking all others with it: the analyzer reports the same failure as DRM9001.</summary>
internal static class Guard
{
    public static T? Parse<T>(INamedTypeSymbol type, Func<INamedTypeSymbol, T?> parse)
        where T : class
    {
        try
        {
            return parse(type);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null;
        }
    }
}
