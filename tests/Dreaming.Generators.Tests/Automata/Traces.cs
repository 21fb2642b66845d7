using Dreaming.Automata;

namespace Dreaming.Generators.Tests.Automata;

/// <summary>
/// All traces up to a length over an alphabet, by number: trace 0 is the empty one, and trace <c>i * letters + letter + 1</c> is trace i with one more letter. So what an automaton says of
/// all of them takes one step each.
/// </summary>
internal sealed class Traces
{
    public Traces(int letters, int length)
    {
        Letters = letters;
        for (int level = 0, size = 1; level <= length; level++, size *= letters)
            Count += size;
    }

    public int Letters { get; }

    public int Count { get; }

    /// <summary>The letters of a trace.</summary>
    public int[] this[int number]
    {
        get
        {
            var length = 0;
            for (var at = number; at > 0; at = (at - 1) / Letters)
                length++;
            var trace = new int[length];
            for (var at = number; at > 0; at = (at - 1) / Letters)
                trace[--length] = (at - 1) % Letters;
            return trace;
        }
    }

    /// <summary>What a meaning says of each trace.</summary>
    public bool[] Judge(Func<int[], bool> meaning)
    {
        var judged = new bool[Count];
        for (var number = 0; number < Count; number++)
            judged[number] = meaning(this[number]);
        return judged;
    }

    /// <summary>The first trace on which an automaton differs from what was expected; null when there is none.</summary>
    public int? FirstDifference(bool[] expected, ushort[] next, bool[] accepting)
    {
        var states = new ushort[Count];
        for (var number = 0; number < Count; number++)
        {
            if (number > 0)
                states[number] = next[(states[(number - 1) / Letters] * Letters) + ((number - 1) % Letters)];
            if (accepting[states[number]] != expected[number])
                return number;
        }

        return null;
    }

    public void AssertAgree(bool[] expected, Automaton automaton, string name)
    {
        Assert.Equal(Letters, automaton.Letters);
        if (FirstDifference(expected, automaton.Next, automaton.Accepting) is { } number)
            Assert.Fail($"{name}: the meaning says {expected[number]} of the trace [{string.Join(' ', this[number])}], and the automaton does not.");
    }
}
