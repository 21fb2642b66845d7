using System.Collections.Immutable;

namespace Dreaming.Contracts;

/// <summary>A plain pattern as a graph of steps: each takes one character of a class, or forks without taking any.</summary>
internal sealed class AsciiPattern
{
    /// <summary>The node at which a text has matched.</summary>
    public const int End = 0;

    // Repetitions are written out; more than this is not worth a table.
    private const int MostNodes = 300;
    private const int MostRepetitions = 3000;

    private readonly List<Node> _nodes = [new(null, End, -1)];
    private readonly string _pattern;
    private int _at;
    private int _repetitions;

    private AsciiPattern(string pattern) => _pattern = pattern;

    /// <summary>The node at which a text begins.</summary>
    public int First { get; private set; }

    /// <summary>The graph of a pattern; null when the pattern has anything that is not plain.</summary>
    public static AsciiPattern? TryParse(string pattern)
    {
        var parsed = new AsciiPattern(WithoutAnchors(pattern));
        try
        {
            var whole = parsed.Alternatives();
            if (parsed._at < parsed._pattern.Length)
                return null;
            parsed.First = whole(End);
            return parsed;
        }
        catch (NotPlainException)
        {
            return null;
        }
    }

    /// <summary>The nodes that can be reached without taking a character.</summary>
    public ImmutableSortedSet<int> Closure(IEnumerable<int> from)
    {
        var reached = ImmutableSortedSet.CreateBuilder<int>();
        var open = new Stack<int>(from);
        while (open.TryPop(out var at))
        {
            if (!reached.Add(at) || _nodes[at].Class is not null || at == End)
                continue;
            open.Push(_nodes[at].Next);
            if (_nodes[at].Other >= 0)
                open.Push(_nodes[at].Other);
        }

        return reached.ToImmutable();
    }

    /// <summary>The nodes that a character leads to.</summary>
    public ImmutableSortedSet<int> Step(ImmutableSortedSet<int> from, char character) =>
        Closure(from.Where(n => _nodes[n].Class is { } c && c[character]).Select(n => _nodes[n].Next));

    /// <summary>For each ASCII character the least one that no class tells from it.</summary>
    public int[] Representatives()
    {
        var classes = _nodes.Where(n => n.Class is not null).Select(n => n.Class!).ToArray();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var representatives = new int[128];
        for (var c = 0; c < representatives.Length; c++)
        {
            var signature = string.Concat(classes.Select(taken => taken[c] ? '1' : '0'));
            representatives[c] = known.TryGetValue(signature, out var same) ? same : known[signature] = c;
        }

        return representatives;
    }

    // Around a whole text anchors say nothing, unless they belong to one of several alternatives.
    private static string WithoutAnchors(string pattern)
    {
        if (pattern.Contains('|', StringComparison.Ordinal))
            return pattern;
        if (pattern.StartsWith('^'))
            pattern = pattern[1..];
        var escaped = false;
        for (var i = 0; i < pattern.Length - 1; i++)
            escaped = pattern[i] == '\\' && !escaped;
        return pattern.EndsWith('$') && !escaped ? pattern[..^1] : pattern;
    }

    // A piece is a function from the node behind it to its own first node: it can be written out as often as a repetition asks for.
    private Func<int, int> Alternatives()
    {
        var one = Sequence();
        while (Take('|'))
        {
            var (left, right) = (one, Sequence());
            one = next => Add(new(null, left(next), right(next)));
        }

        return one;
    }

    private Func<int, int> Sequence()
    {
        Func<int, int> all = next => next;
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            var (before, piece) = (all, Repeated(Piece()));
            all = next => before(piece(next));
        }

        return all;
    }

    private Func<int, int> Piece()
    {
        var character = _pattern[_at++];
        switch (character)
        {
            case '(':
                // A bare group takes what stands in it; of the groups with a question mark only the one without a number is plain.
                if (Take('?') && !Take(':'))
                    throw new NotPlainException();
                var inner = Alternatives();
                return Take(')') ? inner : throw new NotPlainException();
            case '[':
                return One(AsciiClass.Read(_pattern, ref _at) ?? throw new NotPlainException());
            case '\\':
                return One(AsciiClass.ReadEscape(_pattern, ref _at) ?? throw new NotPlainException());
            case '.':
                return One(AsciiClass.Of(c => c != '\n'));
            case '^' or '$' or '*' or '+' or '?' or '{' or '}' or ']' or >= (char)128:
                throw new NotPlainException();
            default:
                return One(AsciiClass.Of(c => c == character));
        }
    }

    private Func<int, int> Repeated(Func<int, int> piece)
    {
        if (_at >= _pattern.Length || Counts() is not var (least, most))
            return piece;
        // Lazy or greedy, the same whole texts match.
        Take('?');
        if (_at < _pattern.Length && _pattern[_at] is '*' or '+' or '?' or '{')
            throw new NotPlainException();
        return next =>
        {
            if (most is { } bound)
            {
                var rest = next;
                for (var i = least; i < bound; i++, Count(ref _repetitions))
                    rest = Add(new(null, piece(rest), next));
                next = rest;
            }
            else
            {
                var loop = Add(new(null, next, -1));
                _nodes[loop] = new(null, piece(loop), next);
                next = loop;
            }

            for (var i = 0; i < least; i++, Count(ref _repetitions))
                next = piece(next);
            return next;
        };
    }

    private (int Least, int? Most)? Counts()
    {
        if (Take('*'))
            return (0, null);
        if (Take('+'))
            return (1, null);
        if (Take('?'))
            return (0, 1);
        if (!Take('{'))
            return null;
        var least = Count() ?? throw new NotPlainException();
        int? most = least;
        if (Take(','))
            most = Count();
        return Take('}') && (most is null || most >= least) ? (least, most) : throw new NotPlainException();
    }

    private static void Count(ref int repetitions)
    {
        if (++repetitions > MostRepetitions)
            throw new NotPlainException();
    }

    private int? Count()
    {
        var from = _at;
        while (_at < _pattern.Length && char.IsAsciiDigit(_pattern[_at]))
            _at++;
        if (_at - from > 3)
            throw new NotPlainException();
        return _at == from ? null : int.Parse(_pattern.AsSpan(from, _at - from), System.Globalization.CultureInfo.InvariantCulture);
    }

    private Func<int, int> One(bool[] characters) => next => Add(new(characters, next, -1));

    private int Add(Node node)
    {
        if (_nodes.Count >= MostNodes)
            throw new NotPlainException();
        _nodes.Add(node);
        return _nodes.Count - 1;
    }

    private bool Take(char character)
    {
        if (_at >= _pattern.Length || _pattern[_at] != character)
            return false;
        _at++;
        return true;
    }

    private readonly record struct Node(bool[]? Class, int Next, int Other);

    private sealed class NotPlainException : Exception;
}
