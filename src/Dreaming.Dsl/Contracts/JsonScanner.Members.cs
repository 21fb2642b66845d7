using System.Text.Json;

namespace Dreaming.Contracts;

/// <summary>How the scanner moves from value to value when a contract says what can come: it stops in front of a value, and whoever checks the value reads it.</summary>
internal ref partial struct JsonScanner
{
    /// <summary>There is no further member.</summary>
    public const int End = -1;

    /// <summary>The contract has no such member; the scanner stands on its name.</summary>
    public const int Unknown = -2;

    // No token has been read since the scanner moved in front of a value.
    private readonly bool IsBefore => _token == JsonTokenType.None;

    /// <summary>Inside of an object, moves in front of the next member's value.</summary>
    /// <param name="members">The members of the contract.</param>
    /// <param name="expected">The index of the member that comes next if the document keeps the contract's order.</param>
    /// <param name="name">Where the name begins, at its quote.</param>
    /// <returns>The member's index, <see cref="Unknown"/> or <see cref="End"/>.</returns>
    public int ReadMember(JsonMembers members, int expected, out int name)
    {
        var at = SkipSpace(_next);
        name = at;
        if (_token != JsonTokenType.StartObject)
        {
            if (At(at) != ',')
                return ReadObjectEnd(at);
            name = at = SkipSpace(at + 1);
        }
        else if (At(at) == '}')
        {
            return ReadObjectEnd(at);
        }

        var head = members.HeadOf(expected);
        if (head.IsEmpty || !_source[at..].StartsWith(head))
            return ReadOtherMember(at, members);
        _token = JsonTokenType.None;
        _next = at + head.Length;
        return expected;
    }

    /// <summary>Inside of an array, moves in front of the next element.</summary>
    /// <returns>False at the array's end.</returns>
    public bool ReadItem()
    {
        var at = SkipSpace(_next);
        var found = At(at);
        if (found == ']')
        {
            ReadEnd(at, JsonTokenType.EndArray);
            return false;
        }

        if (_token != JsonTokenType.StartArray)
        {
            if (found != ',')
                Malformed(at);
            at++;
        }

        _next = at;
        _token = JsonTokenType.None;
        return true;
    }

    /// <summary>Inside of an object, moves to the next name, whatever it is.</summary>
    /// <returns>False at the object's end.</returns>
    public bool ReadEntry() => Read() && _token == JsonTokenType.PropertyName;

    /// <summary>Moves from a name in front of its value.</summary>
    public void LeaveName() => _token = JsonTokenType.None;

    /// <summary>Reads the value's first token, unless that is done.</summary>
    public void ReadFirst()
    {
        if (IsBefore)
            ReadValue(SkipSpace(_next));
    }

    /// <summary>Where the value's first token begins.</summary>
    public int FirstIndex() => IsBefore ? _next = SkipSpace(_next) : TokenStartIndex;

    /// <summary>The value is null, and then read.</summary>
    public bool ReadNull()
    {
        if (!IsBefore)
            return _token == JsonTokenType.Null;
        _next = SkipSpace(_next);
        if (At(_next) != 'n')
            return false;
        ReadValue(_next);
        return true;
    }

    /// <summary>Reads the value's first token.</summary>
    /// <returns>Whether it is text.</returns>
    public bool ReadString()
    {
        if (!IsBefore)
            return _token == JsonTokenType.String;
        var at = SkipSpace(_next);
        if (At(at) != '"')
        {
            ReadValue(at);
            return false;
        }

        ReadText(at, JsonTokenType.String);
        return true;
    }

    /// <summary>Reads the value's first token.</summary>
    /// <returns>Whether it is a number.</returns>
    public bool ReadNumber()
    {
        if (!IsBefore)
            return _token == JsonTokenType.Number;
        var at = SkipSpace(_next);
        if (!IsDigit(At(at)))
        {
            ReadValue(at);
            return _token == JsonTokenType.Number;
        }

        ReadNumber(at);
        return true;
    }

    private int ReadObjectEnd(int at)
    {
        if (At(at) != '}')
            Malformed(at);
        ReadEnd(at, JsonTokenType.EndObject);
        return End;
    }

    // A member out of order, or a name that is not written as most write it.
    private int ReadOtherMember(int at, JsonMembers members)
    {
        ReadName(at);
        var index = _escaped ? EscapedIndexOf(members) : members.IndexOf(ValueSpan);
        if (index < 0)
            return Unknown;
        _token = JsonTokenType.None;
        return index;
    }

    private readonly int EscapedIndexOf(JsonMembers members)
    {
        for (var i = 0; i < members.Names.Length; i++)
            if (ValueTextEquals(members.Names[i]))
                return i;
        return Unknown;
    }
}
