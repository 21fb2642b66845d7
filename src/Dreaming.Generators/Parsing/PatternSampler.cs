using System.Text;

namespace Dreaming.Generators.Parsing;

/// <summary>
/// Writes a short and a long text that a regular expression matches. It understands literals, classes, <c>\d \w \s</c>, groups, alternation and quantifiers;
/// the caller holds each sample against the pattern itself, so a construct that is misread costs a sample and nothing else.
/// </summary>
internal sealed class PatternSampler
{
    private const int UnboundedRepeats = 3;
    private const int MostRepeats = 64;

    private readonly string _pattern;
    private readonly bool _long;
    private int _at;
    private bool _failed;

    private PatternSampler(string pattern, bool longest) => (_pattern, _long) = (pattern, longest);

    public static (string? Shortest, string? Longest) Sample(string pattern) =>
        (new PatternSampler(pattern, longest: false).Run(), new PatternSampler(pattern, longest: true).Run());

    private string? Run()
    {
        var text = Alternatives();
        return _failed || _at < _pattern.Length ? null : text;
    }

    private string Alternatives()
    {
        var chosen = Sequence();
        while (!_failed && Accept('|'))
        {
            var other = Sequence();
            if (_long ? other.Length > chosen.Length : other.Length < chosen.Length)
                chosen = other;
        }

        return chosen;
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (!_failed && _at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
            Append(text, Atom());
        return text.ToString();
    }

    private void Append(StringBuilder text, string atom)
    {
        var (least, most) = Quantifier();
        var count = _long ? most : least;
        if (count > MostRepeats || text.Length > 4 * MostRepeats)
        {
            _failed = true;
            return;
        }

        for (var i = 0; i < count; i++)
            text.Append(atom);
    }

    private string Atom()
    {
        var c = _pattern[_at++];
        switch (c)
        {
            case '^' or '$':
                return "";
            case '.':
                return "a";
            case '[':
                return Class();
            case '\\':
                return Escape();
            case '(':
                if (Accept('?') && !Accept(':'))
                    _failed = true;
                var inner = Alternatives();
                _failed |= !Accept(')');
                return inner;
            default:
                return c.ToString();
        }
    }

    private string Escape()
    {
        if (_at >= _pattern.Length)
            return Fail();
        var c = _pattern[_at++];
        return c switch
        {
            'd' => _long ? "9" : "0",
            'w' => _long ? "z" : "a",
            's' => " ",
            'D' or 'S' => "x",
            'W' => "-",
            't' => "\t",
            'n' => "\n",
            _ when char.IsLetterOrDigit(c) => Fail(),
            _ => c.ToString(),
        };
    }

    // The first member stands for the short sample, the end of the last range for the long one.
    private string Class()
    {
        if (Accept('^'))
            return Fail();
        string first = "", last = "";
        while (_at < _pattern.Length && (_pattern[_at] != ']' || first.Length == 0))
        {
            last = Accept('\\') ? Escape() : _pattern[_at++].ToString();
            if (first.Length == 0)
                first = last;
            if (_at + 1 < _pattern.Length && _pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                _at++;
                last = Accept('\\') ? Escape() : _pattern[_at++].ToString();
            }
        }

        _failed |= !Accept(']');
        return _long ? last : first;
    }

    private (int Least, int Most) Quantifier()
    {
        var bounds = (Least: 1, Most: 1);
        if (Accept('*'))
            bounds = (0, UnboundedRepeats);
        else if (Accept('+'))
            bounds = (1, UnboundedRepeats);
        else if (Accept('?'))
            bounds = (0, 1);
        else if (Accept('{'))
            bounds = Braces();
        else
            return bounds;
        Accept('?');
        return bounds;
    }

    private (int Least, int Most) Braces()
    {
        var least = Digits();
        var most = least;
        if (Accept(','))
            most = _at < _pattern.Length && _pattern[_at] == '}' ? least + UnboundedRepeats : Digits();
        _failed |= !Accept('}');
        return (least, most);
    }

    private int Digits()
    {
        var start = _at;
        while (_at < _pattern.Length && _pattern[_at] is >= '0' and <= '9')
            _at++;
        if (int.TryParse(_pattern.Substring(start, _at - start), out var number))
            return number;
        _failed = true;
        return 0;
    }

    private bool Accept(char c)
    {
        if (_at >= _pattern.Length || _pattern[_at] != c)
            return false;
        _at++;
        return true;
    }

    private string Fail()
    {
        _failed = true;
        return "";
    }
}
