using System.Globalization;
using System.Text.Json;

namespace Dreaming.Contracts;

public ref partial struct JsonValidation
{
    /// <summary>Enters an array.</summary>
    /// <returns>False when the value is none; it is then reported and done with.</returns>
    public bool BeginArray() => Begin(JsonTokenType.StartArray, "an array");

    /// <summary>Moves to the next element.</summary>
    /// <returns>False at the array's end.</returns>
    public bool NextItem()
    {
        if (Stopped)
            return false;
        if (!_reader.ReadItem())
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
        if (!_reader.ReadEntry())
            return false;
        ref var step = ref _path[_depth - 1];
        step.Index++;
        step.KeyStart = _reader.TokenStartIndex;
        Remember(step.KeyStart);
        _reader.LeaveName();
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
        _reader.ReadFirst();
        if (_reader.TokenType != token)
        {
            Fail("type", expected);
            return false;
        }

        _path[_depth++] = new JsonStep { Index = -1, Tag = _tag };
        _tag = 0;
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
