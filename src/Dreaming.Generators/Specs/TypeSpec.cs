namespace Dreaming.Generators.Specs;

/// <summary>A partial type that generated code adds to.</summary>
/// <param name="Namespace">Empty for the global one.</param>
/// <param name="Name">The simple name.</param>
/// <param name="FullName">With <c>global::</c>.</param>
/// <param name="Keyword"><c>record</c>, <c>record struct</c>, <c>class</c>.</param>
/// <param name="Modifiers"><c>static</c> with a space behind it, or nothing.</param>
/// <param name="Outer">Declarations of the types around it, outermost first.</param>
internal sealed record TypeSpec(string Namespace, string Name, string FullName, string Keyword, string Modifiers, EquatableArray<string> Outer)
{
    /// <summary>A name for files and helpers that no other type of the assembly has.</summary>
    public string HintName => FullName.Substring("global::".Length).Replace("@", "");

    /// <summary>An identifier that no other type of the assembly has.</summary>
    public string Identifier => HintName.Replace("_", "__").Replace('.', '_');
}
