using System.Collections.Immutable;
using System.Text.Json;

namespace Dreaming.Contracts;

public ref partial struct JsonValidation
{
    /// <summary>
    /// Says which case of a union the value is, by looking ahead for its discriminator, which may stand anywhere in the object. The record that is checked next accepts that member.
    /// </summary>
    /// <param name="discriminator">The member that says which case it is.</param>
    /// <param name="tags">The member's texts, one a case.</param>
    /// <returns>The case's index; -1 when it is none, which is then reported and done with.</returns>
    public int Case(string discriminator, ImmutableArray<string> tags)
    {
        _reader.ReadFirst();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            Fail("type", "an object");
            return -1;
        }

        var ahead = _reader;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var found = ahead.ValueTextEquals(discriminator);
            var name = ahead.TokenStartIndex;
            ahead.Read();
            if (!found)
            {
                ahead.Skip();
                continue;
            }

            for (var i = 0; i < tags.Length && ahead.TokenType == JsonTokenType.String; i++)
            {
                if (!ahead.ValueTextEquals(tags[i]))
                    continue;
                _tag = name;
                return i;
            }

            NoCase(discriminator, "enum", Silent ? "" : $"one of {string.Join(", ", tags)}", ahead);
            return -1;
        }

        NoCase(discriminator, "required", "a value", default);
        return -1;
    }

    private void NoCase(string discriminator, string rule, string expected, JsonScanner at)
    {
        var here = _reader;
        _reader = at;
        var found = rule == "required" ? "nothing" : Silent ? "" : Found();
        _reader = here;
        Report(Silent ? "" : Pointer() + Segment(discriminator), rule, expected, found);
        if (!Stopped)
            _reader.Skip();
    }

    // The discriminator is no member of the record itself.
    private bool IsTag()
    {
        ref var step = ref _path[_depth - 1];
        if (step.Tag == 0 || !SameKey(Math.Abs(step.Tag), step.KeyStart))
            return false;
        _reader.Read();
        if (step.Tag < 0)
            Fail("duplicate", "each member once");
        step.Tag = -Math.Abs(step.Tag);
        return true;
    }
}
