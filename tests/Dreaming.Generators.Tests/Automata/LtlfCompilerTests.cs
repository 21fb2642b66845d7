using Dreaming.Automata;
using Dreaming.Generators.Automata;
using FsCheck;
using FsCheck.Fluent;

namespace Dreaming.Generators.Tests.Automata;

public class LtlfCompilerTests
{
    private const int Batches = 200;
    private const int FormulasPerBatch = 20;

    [Fact]
    public void Random_formulas_mean_on_all_traces_up_to_length_5_what_their_definition_says()
    {
        int formulas = 0, trivial = 0;
        long judged = 0;
        Prop.ForAll(
            Gen.Choose(int.MinValue + 1, int.MaxValue).ToArbitrary(),
            seed =>
            {
                var random = new Random(seed);
                for (var i = 0; i < FormulasPerBatch; i++)
                {
                    var (atoms, length) = i == 0 ? (3, 4) : (2, 5);
                    var formula = RandomFormula.Draw(random, atoms, random.Next(1, 9));
                    var automaton = Compiled(formula.Text, out var names);
                    var traces = new Traces(1 << names.Length, length);

                    // A letter of the automaton has the bits in the order of the names; the formula's own have them by their number.
                    var bits = Array.ConvertAll(names, name => name[1] - '0');
                    var expected = traces.Judge(trace => formula.Holds(Array.ConvertAll(trace, letter => Enumerable.Range(0, bits.Length).Sum(bit => (letter >> bit & 1) << bits[bit])), 0));
                    traces.AssertAgree(expected, automaton, formula.Text);
                    formulas++;
                    judged += traces.Count;
                    trivial += automaton.States == 1 ? 1 : 0;
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(Batches));
        TestContext.Current.SendDiagnosticMessage("{0} formulas, {1} of them constant, on {2} traces", formulas, trivial, judged);
        Assert.Equal(Batches * FormulasPerBatch, formulas);
        // A test in which nearly every formula is a constant would say little.
        Assert.InRange(trivial, 0, formulas / 2);
    }

    [Theory]
    [InlineData(Template.Existence, 0, "F a")]
    [InlineData(Template.Absence, 0, "G !a")]
    [InlineData(Template.AtLeast, 1, "F a")]
    [InlineData(Template.AtLeast, 3, "F(a & X F(a & X F a))")]
    [InlineData(Template.AtMost, 2, "!F(a & X F(a & X F a))")]
    [InlineData(Template.Exactly, 2, "F(a & X F a) & !F(a & X F(a & X F a))")]
    [InlineData(Template.Init, 0, "a | G false")]
    [InlineData(Template.End, 0, "F(a & !X true)")]
    [InlineData(Template.RespondedExistence, 0, "F a -> F b")]
    [InlineData(Template.CoExistence, 0, "F a <-> F b")]
    [InlineData(Template.Response, 0, "G(a -> X F b)")]
    [InlineData(Template.AlternateResponse, 0, "G(a -> X(!a U b))")]
    [InlineData(Template.ChainResponse, 0, "G(a -> X b)")]
    [InlineData(Template.Precedence, 0, "!b W (a & !b)")]
    [InlineData(Template.AlternatePrecedence, 0, "(!b W (a & !b)) & G(b -> a | WX(!b W (a & !b)))")]
    [InlineData(Template.ChainPrecedence, 0, "!b & G(X b -> a)")]
    [InlineData(Template.Succession, 0, "G(a -> X F b) & (!b W (a & !b))")]
    [InlineData(Template.AlternateSuccession, 0, "G(a -> X(!a U b)) & (!b W (a & !b)) & G(b -> a | WX(!b W (a & !b)))")]
    [InlineData(Template.ChainSuccession, 0, "G(a -> X b) & !b & G(X b -> a)")]
    [InlineData(Template.NotCoExistence, 0, "!(F a & F b)")]
    [InlineData(Template.NotSuccession, 0, "G(a -> WX G !b)")]
    [InlineData(Template.NotChainSuccession, 0, "G(a -> WX !b)")]
    [InlineData(Template.Choice, 0, "F a | F b")]
    [InlineData(Template.ExclusiveChoice, 0, "(F a | F b) & !(F a & F b)")]
    internal void A_templates_automaton_is_that_of_the_formula_on_its_attribute(Template template, int count, string formula)
    {
        var automaton = new TemplateCase(template, count, null).Automaton;
        var compiled = Compiled(formula, out var atoms);
        var swapped = atoms[0] == "b";
        Assert.Null(PairSearch.Distinguish(automaton, 0, compiled, 0, letter => swapped ? (letter >> 1) | ((letter & 1) << 1) : letter));
        Assert.Equal(automaton.States, compiled.States);
        if (!swapped)
            Assert.Equal(automaton.Next, compiled.Next);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("a", false)]
    [InlineData("!a", true)]
    [InlineData("last", false)]
    [InlineData("X true", false)]
    [InlineData("WX false", true)]
    [InlineData("F true", false)]
    [InlineData("G false", true)]
    [InlineData("true U true", false)]
    [InlineData("false R false", true)]
    [InlineData("false W false", true)]
    public void A_trace_without_events_meets_what_speaks_of_all_events_and_nothing_that_asks_for_one(string formula, bool holds) =>
        Assert.Equal(holds, Compiled(formula, out _).Accepting[0]);

    [Theory]
    [InlineData("a <-> b -> c", "a <-> (b -> c)")]
    [InlineData("a -> b | c", "a -> (b | c)")]
    [InlineData("a | b & c", "a | (b & c)")]
    [InlineData("a & b U c", "a & (b U c)")]
    [InlineData("! a U b", "(!a) U b")]
    [InlineData("X a U WX b", "(X a) U (WX b)")]
    [InlineData("F a & G b", "(F a) & (G b)")]
    [InlineData("a -> b -> c", "a -> (b -> c)")]
    [InlineData("a U b U c", "a U (b U c)")]
    [InlineData("a U b R c W d", "a U (b R (c W d))")]
    [InlineData("G!F(a)", "G(!(F a))")]
    public void Operators_bind_in_the_documented_order(string formula, string grouped)
    {
        var (automaton, other) = (Compiled(formula, out var atoms), Compiled(grouped, out var same));
        Assert.Equal(same, atoms);
        Assert.Equal(other.Next, automaton.Next);
        Assert.Equal(other.Accepting, automaton.Accepting);
    }

    [Fact]
    public void An_automaton_with_too_many_states_is_refused_with_a_reason()
    {
        // To know what happened 13 events before the end, one must remember 13 events.
        Assert.Null(LtlfCompiler.Compile("F(a & " + string.Concat(Enumerable.Repeat("X ", 13)) + "last)", out _, out var error));
        Assert.Contains("more than 4096 states", Assert.IsType<LtlfError>(error).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_whose_parts_explode_is_refused_with_a_reason()
    {
        var parts = Enumerable.Range(0, 24).Select(i => $"F(a{i % 8} & X(a{(i + 3) % 8} U (a{(i + 5) % 8} & {string.Concat(Enumerable.Repeat("X ", i))}a{(i * 5 + 1) % 8})))");
        Assert.Null(LtlfCompiler.Compile(string.Join(" | ", parts), out _, out var error));
        Assert.NotNull(error);
    }

    [Fact]
    public void No_text_makes_the_compiler_throw()
    {
        string[] words = ["a", "b.ok", "c[D]", "e.f[G.H]", "X", "WX", "F", "G", "U", "R", "W", "true", "last", "!", "&", "|", "->", "<->", "(", ")", "[", "]", ".", "-", "\u00e9", "\ud800", "7", " ", "\0"];
        int compiled = 0, refused = 0;
        var random = new Random(20261120);
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 9)).Select(_ => words[random.Next(words.Length)]));
            var automaton = LtlfCompiler.Compile(text, out var atoms, out var error);
            Assert.Equal(automaton is null, error is not null);
            if (automaton is not null)
                Assert.Equal(1 << atoms.Length, automaton.Letters);
            else
                Assert.InRange(error!.Position + error.Length, 0, text.Length);
            _ = automaton is null ? refused++ : compiled++;
        }

        Assert.True(compiled > 200, $"{compiled} of {compiled + refused} texts are formulas");
    }

    private static Automaton Compiled(string formula, out string[] atoms)
    {
        var automaton = LtlfCompiler.Compile(formula, out atoms, out var error);
        Assert.Null(error);
        return Assert.IsType<Automaton>(automaton);
    }
}
