namespace Dreaming.Generators.Automata;

/// <summary>Reads a formula token by token.</summary>
internal sealed class LtlfScanner(string formula)
{
    /// <summary>Where the current token begins.</summary>
    public int Position { get; private set; }

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    /// <summary>The current token.</summary>
    public LtlfToken Token { get; private set; }

    /// <summary>The current token as it stands there.</summary>
    public string Text => formula.Substring(Position, End - Position);

    /// <summary>What is wrong inside of the current token, after it was <see cref="LtlfToken.Unknown"/>; null for a character that no formula has.</summary>
    public LtlfError? Error { get; private set; }

    /// <summary>Goes on to the next token.</summary>
    public void Advance()
    {
        Position = End = AfterSpace(End);
        Token = Scan();
    }

    private LtlfToken Scan()
    {
        if (Position == formula.Length)
            return LtlfToken.End;
        if (IsNameStart(formula[Position]))
            return ScanName();
        foreach (var (text, token) in Symbols)
            if (string.CompareOrdinal(formula, Position, text, 0, text.Length) == 0)
            {
                End += text.Length;
                return token;
            }

        End++;
        return LtlfToken.Unknown;
    }

    // Name.Name.ok[Policy.Guard]: dots join names, and a guard in brackets ends the atom.
    private LtlfToken ScanName()
    {
        var dotted = false;
        if (!TakeNames(ref dotted))
            return LtlfToken.Unknown;
        var guard = AfterSpace(End);
        if (guard < formula.Length && formula[guard] == '[')
        {
            if (!dotted && Word() != LtlfToken.Atom)
                return Word();
            End = AfterSpace(guard + 1);
            if (!TakeNames(ref dotted))
                return LtlfToken.Unknown;
            End = AfterSpace(End);
            if (End == formula.Length || formula[End] != ']')
                return Fail("expected ']' after the guard's name");
            End++;
            return LtlfToken.Atom;
        }

        return dotted ? LtlfToken.Atom : Word();
    }

    private bool TakeNames(ref bool dotted)
    {
        while (true)
        {
            if (End == formula.Length || !IsNameStart(formula[End]))
            {
                _ = Fail("expected a name");
                return false;
            }

            while (End < formula.Length && (IsNameStart(formula[End]) || char.IsDigit(formula[End])))
                End++;
            if (End == formula.Length || formula[End] != '.')
                return true;
            dotted = true;
            End++;
        }
    }

    private LtlfToken Fail(string expected)
    {
        Error = End == formula.Length
            ? new(End, 0, expected + ", found the end")
            : new(End, 1, $"{expected}, found '{formula[End]}'");
        return LtlfToken.Unknown;
    }

    private LtlfToken Word() => Text switch
    {
        "true" => LtlfToken.True,
        "false" => LtlfToken.False,
        "last" => LtlfToken.Last,
        "X" => LtlfToken.Next,
        "WX" => LtlfToken.WeakNext,
        "F" => LtlfToken.Finally,
        "G" => LtlfToken.Globally,
        "U" => LtlfToken.Until,
        "R" => LtlfToken.Release,
        "W" => LtlfToken.WeakUntil,
        _ => LtlfToken.Atom,
    };

    private int AfterSpace(int at)
    {
        while (at < formula.Length && char.IsWhiteSpace(formula[at]))
            at++;
        return at;
    }

    private static (string Text, LtlfToken Token)[] Symbols { get; } =
    [
        ("<->", LtlfToken.Equivalent),
        ("->", LtlfToken.Implies),
        ("|", LtlfToken.Or),
        ("&", LtlfToken.And),
        ("!", LtlfToken.Not),
        ("(", LtlfToken.Open),
        (")", LtlfToken.Close),
    ];

    private static bool IsNameStart(char character) => character == '_' || char.IsLetter(character);
}
