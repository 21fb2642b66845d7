using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Dreaming.Benchmarks.Compilation;

/// <summary>The generator of System.Text.Json, where the SDK has it.</summary>
internal static class SerializerGenerator
{
    private const string FileName = "System.Text.Json.SourceGeneration.dll";

    /// <summary>A new instance; null when it is not to be found.</summary>
    public static ISourceGenerator? Find()
    {
        // <root>/shared/Microsoft.NETCore.App/<version>/System.Private.CoreLib.dll, and the reference pack beside of it.
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var packs = Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref");
        if (!Directory.Exists(packs))
            return null;
        var path = Directory.GetFiles(packs, FileName, SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault();
        if (path is null)
            return null;
        var type = Assembly.LoadFrom(path).GetTypes().First(t => !t.IsAbstract && typeof(IIncrementalGenerator).IsAssignableFrom(t));
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }
}
