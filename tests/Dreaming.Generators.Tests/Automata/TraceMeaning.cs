using Dreaming.Generators.Automata;

namespace Dreaming.Generators.Tests.Automata;

/// <summary>What the templates say of a trace, in quantifiers over its positions. Knows nothing of states.</summary>
internal sealed class TraceMeaning(int[] trace, int a, int b, int tick, int? limit)
{
    /// <summary>Whether a trace of a template's own letters meets it.</summary>
    public static bool Holds(Template template, int count, int? limit, int[] trace)
    {
        var atoms = TemplateAutomaton.Atoms(template);
        return new TraceMeaning(trace, 1, 2, 1 << atoms, limit).Holds(template, count);
    }

    public bool Holds(Template template, int count) => template switch
    {
        Template.Existence => Some(j => A(j) && (limit is null || TicksIn(0, j) <= limit)),
        Template.Absence => All(j => !A(j)),
        Template.AtLeast => Occurrences() >= count,
        Template.AtMost => Occurrences() <= count,
        Template.Exactly => Occurrences() == count,
        Template.Init => trace.Length == 0 || A(0),
        Template.End => trace.Length > 0 && A(trace.Length - 1),
        Template.RespondedExistence => All(i => !A(i) || Some(j => B(j) && Near(i, j))),
        Template.CoExistence => All(i => !A(i) || Some(j => B(j) && Near(i, j))) && All(i => !B(i) || Some(j => A(j) && Near(i, j))),
        Template.Response => All(i => !A(i) || Some(j => j > i && B(j) && Near(i, j))),
        Template.AlternateResponse => All(i => !A(i) || Some(j => j > i && B(j) && Near(i, j) && All(k => !(i < k && k < j) || !A(k)))),
        Template.ChainResponse => All(i => !A(i) || Some(j => j == i + 1 && B(j))),
        Template.Precedence => All(j => !B(j) || Some(i => i < j && A(i) && Near(i, j))),
        Template.AlternatePrecedence => All(j => !B(j) || Some(i => i < j && A(i) && Near(i, j) && All(k => !(i < k && k < j) || !B(k)))),
        Template.ChainPrecedence => All(j => !B(j) || Some(i => j == i + 1 && A(i))),
        Template.Succession => Holds(Template.Response, count) && Holds(Template.Precedence, count),
        Template.AlternateSuccession => Holds(Template.AlternateResponse, count) && Holds(Template.AlternatePrecedence, count),
        Template.ChainSuccession => Holds(Template.ChainResponse, count) && Holds(Template.ChainPrecedence, count),
        Template.NotCoExistence => !(Some(A) && Some(B)),
        Template.NotSuccession => All(i => !A(i) || All(j => !(j > i) || !B(j))),
        Template.NotChainSuccession => All(i => !A(i) || All(j => j != i + 1 || !B(j))),
        Template.Choice => Some(A) || Some(B),
        Template.ExclusiveChoice => Some(A) != Some(B),
        _ => throw new ArgumentOutOfRangeException(nameof(template)),
    };

    private bool A(int i) => (trace[i] & a) != 0;

    private bool B(int i) => (trace[i] & b) != 0;

    private bool Near(int i, int j) => limit is null || TicksIn(Math.Min(i, j) + 1, Math.Max(i, j)) <= limit;

    private int TicksIn(int first, int last)
    {
        var ticks = 0;
        for (var k = first; k <= last; k++)
            ticks += (trace[k] & tick) != 0 ? 1 : 0;
        return ticks;
    }

    private int Occurrences()
    {
        var occurrences = 0;
        for (var i = 0; i < trace.Length; i++)
            occurrences += A(i) ? 1 : 0;
        return occurrences;
    }

    private bool Some(Func<int, bool> holds)
    {
        for (var i = 0; i < trace.Length; i++)
            if (holds(i))
                return true;
        return false;
    }

    private bool All(Func<int, bool> holds)
    {
        for (var i = 0; i < trace.Length; i++)
            if (!holds(i))
                return false;
        return true;
    }
}
