using System;
using System.Collections.Generic;

namespace Dreaming.Generators.Incremental;

/// <summary>What one file's syntax alone says about its meaning for declarations. Holds nothing of the compiler.</summary>
internal sealed class TreeFacts
{
    /// <summary>Equal for two files exactly when they differ at most in bodies, comments and white space.</summary>
    public string Surface { get; init; } = "";
    /// <summary>The simple names of the types that it declares.</summary>
    public HashSet<string> Declared { get; } = new(StringComparer.Ordinal);
    /// <summary>Every namespace that it declares something in, with all that hold it.</summary>
    public HashSet<string> Namespaces { get; } = new(StringComparer.Ordinal);
    /// <summary>Every simple name that it writes outside of bodies, as what it may be bound to.</summary>
    public HashSet<string> Mentioned { get; } = new(StringComparer.Ordinal);
    /// <summary>The names that its using directives give to something else.</summary>
    public HashSet<string> Aliases { get; } = new(StringComparer.Ordinal);
    /// <summary>It has global using directives.</summary>
    public bool HasGlobalUsings { get; set; }
    /// <summary>The names in its global using directives: whatever they mean, they mean it in every file.</summary>
    public HashSet<string> GloballyMentioned { get; } = new(StringComparer.Ordinal);
    /// <summary>The names that its global using directives give to something else.</summary>
    public HashSet<string> GlobalAliases { get; } = new(StringComparer.Ordinal);
    /// <summary>It has attributes on types or on the assembly.</summary>
    public bool HasAttributes { get; set; }

    /// <summary>Whether a declaration here may mean something else once a name does.</summary>
    public bool DependsOn(string name) => Mentioned.Contains(name) || Declared.Contains(name);

    public bool HasSameSurface(TreeFacts other) => ReferenceEquals(this, other) || Surface == other.Surface;
}
