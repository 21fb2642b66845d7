namespace Dreaming.Automata;

/// <summary>What searches work in, one after the other. Not for two threads at once.</summary>
internal sealed class SearchMemory
{
    public NodeTable Nodes { get; } = new();

    public Frontier Frontier { get; } = new();
}
