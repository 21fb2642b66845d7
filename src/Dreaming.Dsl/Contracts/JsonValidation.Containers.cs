using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Dreaming.Contracts;

public ref partial struct JsonValidation
{
    /// <summary>Enters an object.</summary>
    /// <returns>False when the value is none; it is then reported and done with.</returns>
    public bool BeginObject() => Begin(JsonTokenType.StartObject, "an object");

    /// <summary>Moves to the next member's name.</summary>
    /// <returns>False at the object's end.</returns>
    public bool NextMember()
    {
        if (Stopped)
            return false;
        if (!_reader.ReadNextName())
            return false;
        _path[_depth - 1].KeyStart = _reader.TokenStartIndex;
        return true;
    }

    /// <summary>The member has that name.</summary>
    /// <param name="name">UTF-8, without a backslash, a quote and control characters.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool NameIs(ReadOnlySpan<byte> name) => _reader.ValueTextEquals(name);

    /// <summary>Moves to a member's value.</summary>
    /// <param name="index">The member's index in the contract, less than 64.</param>
    /// <returns>False when the member was there before; it is then reported and done with.</returns>
    public bool Member(int index)
    {
        ref var step = ref _path[_depth - 1];
        _reader.ReadMember();
        var bit = 1UL << index;
        if ((step.Seen & bit) != 0)
        {
            Fail("duplicate", "each member once");
            return false;
        }

        step.Seen |= bit;
        return true;
    }

    /// <summary>Reports the member as unknown and is done with it.</summary>
    /// <param name="known">The names that the contract knows.</param>
    public void UnknownMember(ImmutableArray<string> known)
    {
        if (IsTag())
            return;
        _reader.Read();
        Fail("unknown", Silent ? "" : known.IsEmpty ? "no members" : $"one of {string.Join(", ", known)}");
    }

    /// <summary>Leaves an object and reports what is missing from it.</summary>
    /// <param name="required">One bit for each required member.</param>
    /// <param name="names">The members' names in the order of the contract.</param>
    public void EndObject(ulong required, ImmutableArray<string> names)
    {
        if (Stopped)
            return;
        var missing = required & ~_path[--_depth].Seen;
        if (missing == 0)
            return;
        var pointer = Silent ? "" : Pointer();
        for (var i = 0; missing != 0; i++, missing >>= 1)
        {
            if ((missing & 1) == 0)
                continue;
            Report(Silent ? "" : pointer + Segment(names[i]), "required", "a value", "nothing");
        }
    }

    /// <summary>Enters an array.</summary>
    /// <returns>False when the value is none; it is then reported and done with.</returns>
    public bool BeginArray() => Begin(JsonTokenType.StartArray, "an array");

    /// <summary>Moves to the next element.</summary>
    /// <returns>False at the array's end.</returns>
    public bool NextItem()
    {
        if (Stopped)
            return false;
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.EndArray)
            return false;
        _path[_depth - 1].Index++;
        return true;
    }

    /// <summary>Leaves an array.</summary>
    /// <param name="minimum">The least number of elements.</param>
    /// <param name="maximum">The greatest number of elements.</param>
    public void EndArray(int minimum, int maximum) => EndCounted(minimum, maximum, "elements");

    /// <summary>Enters an object with any keys.</summary>
    /// <returns>False when the value is none; it is then reported and done with.</returns>
    public bool BeginMap() => Begin(JsonTokenType.StartObject, "an object");

    /// <summary>Moves to the next entry's value.</summary>
    /// <returns>False at the object's end.</returns>
    public bool NextEntry()
    {
        if (Stopped)
            return false;
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.EndObject)
            return false;
        ref var step = ref _path[_depth - 1];
        step.Index++;
        step.KeyStart = _reader.TokenStartIndex;
        Remember(step.KeyStart);
        _reader.Read();
        return true;
    }

    /// <summary>Leaves an object with any keys.</summary>
    /// <param name="minimum">The least number of entries.</param>
    /// <param name="maximum">The greatest number of entries.</param>
    public void EndMap(int minimum, int maximum)
    {
        if (!Stopped)
            ReportRepeatedKeys(_path[_depth - 1].Index + 1);
        EndCounted(minimum, maximum, "entries");
    }

    private readonly bool Silent => _violations is null;

    private bool Begin(JsonTokenType token, string expected)
    {
        if (_reader.TokenType != token)
        {
            Fail("type", expected);
            return false;
        }

        _path[_depth++] = new Step { Index = -1, Tag = _tag };
        _tag = null;
        return true;
    }

    private void EndCounted(int minimum, int maximum, string what)
    {
        if (Stopped)
            return;
        var count = _path[--_depth].Index + 1;
        if (count < minimum || count > maximum)
            Report(Pointer(), "length", Silent ? "" : $"{Between(minimum, maximum)} {what}", count.ToString(CultureInfo.InvariantCulture));
    }

    private static string Between(int minimum, int maximum) =>
        maximum == int.MaxValue ? string.Create(CultureInfo.InvariantCulture, $"at least {minimum}")
        : minimum == maximum ? string.Create(CultureInfo.InvariantCulture, $"exactly {minimum}")
        : string.Create(CultureInfo.InvariantCulture, $"{minimum} to {maximum}");
}
