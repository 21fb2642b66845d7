using System.Globalization;

namespace OrderDesk;

/// <summary>Works out <c>+ - * /</c>, signs, parentheses and decimal numbers, in binary floating point.</summary>
public ref struct Arithmetic
{
    private const int MaxDepth = 64;
    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private int _depth;

    private Arithmetic(ReadOnlySpan<char> text) => _text = text;

    /// <summary>The value rounded to two places and written as the recorded shop writes it (<c>4.0</c>, <c>1127.69</c>); or why there is none.</summary>
    public static bool TryEvaluate(string expression, out string result)
    {
        if (expression.AsSpan().IndexOfAnyExcept("0123456789+-*/(). ") >= 0)
        {
            result = "Invalid characters in expression";
            return false;
        }

        var parser = new Arithmetic(expression);
        double value;
        try
        {
            value = parser.Sum();
            Expect(parser.Peek() == '\0');
        }
        catch (FormatException)
        {
            result = "Invalid expression";
            return false;
        }
        catch (DivideByZeroException)
        {
            result = "division by zero";
            return false;
        }

        if (!double.IsFinite(value))
        {
            result = "The result is too large";
            return false;
        }

        result = Write(value);
        return true;
    }

    private static string Write(double value)
    {
        if (Math.Abs(value) >= 1e15)
            return value.ToString("R", CultureInfo.InvariantCulture);
        var text = BinaryMoney.RoundToCents(value).ToString("0.0#", CultureInfo.InvariantCulture);
        return value < 0 && text == "0.0" ? "-0.0" : text;
    }

    private double Sum()
    {
        var value = Product();
        while (Peek() is '+' or '-')
            value = Next() == '+' ? value + Product() : value - Product();
        return value;
    }

    private double Product()
    {
        var value = Signed();
        while (Peek() is '*' or '/')
        {
            if (Next() == '*')
            {
                value *= Signed();
                continue;
            }

            var divisor = Signed();
            value = divisor == 0 ? throw new DivideByZeroException() : value / divisor;
        }

        return value;
    }

    private double Signed()
    {
        Expect(++_depth <= MaxDepth);
        var value = Peek() switch
        {
            '+' => Skip().Signed(),
            '-' => -Skip().Signed(),
            '(' => Parenthesised(),
            _ => Number(),
        };
        _depth--;
        return value;
    }

    private double Parenthesised()
    {
        Next();
        var value = Sum();
        Expect(Peek() == ')');
        Next();
        return value;
    }

    private double Number()
    {
        Peek();
        var rest = _text[_at..];
        var length = rest.IndexOfAnyExcept("0123456789.");
        var digits = length < 0 ? rest : rest[..length];
        Expect(double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value));
        _at += digits.Length;
        return value;
    }

    private char Peek()
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
        return _at < _text.Length ? _text[_at] : '\0';
    }

    private char Next()
    {
        var next = Peek();
        _at++;
        return next;
    }

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    private ref Arithmetic Skip()
    {
        Next();
        return ref this;
    }

    private static void Expect(bool condition)
    {
        if (!condition)
            throw new FormatException();
    }
}
