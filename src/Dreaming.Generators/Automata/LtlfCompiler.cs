using Dreaming.Automata;

namespace Dreaming.Generators.Automata;

/// <summary>
/// From a formula of LTLf to its minimal automaton. On a trace without events atoms, <c>X</c>, <c>F</c>, <c>U</c> and <c>last</c> are false, and <c>WX</c>, <c>G</c>, <c>R</c> and
/// <c>W</c> are true: there is no event of which they could be false.
/// </summary>
internal static class LtlfCompiler
{
    /// <summary>Compiles a formula.</summary>
    /// <param name="formula">The text, as on LtlfAttribute.</param>
    /// <param name="atoms">The different atoms, in the order of the letters' bits, as <see cref="LtlfParser.Parse"/> gives them.</param>
    /// <param name="error">What is wrong with the formula, or that its automaton is too large; null without an error.</param>
    /// <returns>The automaton; null with an error.</returns>
    public static Automaton? Compile(string formula, out string[] atoms, out LtlfError? error)
    {
        if (LtlfParser.Parse(formula, out atoms, out error) is not { } parsed)
            return null;
        var progression = new LtlfProgression();
        var initial = progression.Read(parsed);
        var automaton = progression.IsExhausted
            ? null
            : Exploration.Of(1 << atoms.Length, initial, (state, letter) => progression.After(state, letter), progression.HoldsAtEnd);
        if (automaton is null)
            error = new(0, formula.Length, $"the formula needs an automaton of more than {Exploration.MostStates} states, or too much work to find one; split it into several constraints");
        return automaton;
    }
}
