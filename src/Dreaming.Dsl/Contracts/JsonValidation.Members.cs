using System.Numerics;
using System.Text.Json;

namespace Dreaming.Contracts;

public ref partial struct JsonValidation
{
    private const int WordBits = 64;

    /// <summary>Enters an object.</summary>
    /// <param name="members">The members that it may have.</param>
    /// <returns>False when the value is none; it is then reported and done with.</returns>
    public bool BeginObject(JsonMembers members)
    {
        if (!Begin(JsonTokenType.StartObject, "an object"))
            return false;
        if (members.IsWide)
            BeginWide(members.Words);
        return true;
    }

    /// <summary>Moves in front of the value of the next member that the contract knows. Others, and members that were there before, are reported and done with.</summary>
    /// <param name="members">The members that the object may have.</param>
    /// <param name="member">The member's index in the contract.</param>
    /// <returns>False at the object's end.</returns>
    public bool NextMember(JsonMembers members, out int member)
    {
        ref var step = ref _path[_depth - 1];
        while (!Stopped)
        {
            member = _reader.ReadMember(members, step.Index + 1, out var name);
            if (member == JsonScanner.End)
                return false;
            step.KeyStart = name;
            if (member >= 0)
            {
                step.Index = member;
                if (members.IsWide ? IsFirstOfWide(ref step, member) : IsFirst(ref step.Seen, member))
                    return true;
                // Which value it has is not said: the member may be sensitive.
                Report(Pointer(), "duplicate", "each member once", "the member again");
                if (!Stopped)
                    _reader.Skip();
            }
            else if (!IsTag())
            {
                _reader.Read();
                Fail("unknown", Silent ? "" : members.Names.IsEmpty ? "no members" : $"one of {string.Join(", ", members.Names)}");
            }
        }

        member = JsonScanner.End;
        return false;
    }

    /// <summary>Leaves an object and reports what is missing from it.</summary>
    /// <param name="members">The members that it may have.</param>
    public void EndObject(JsonMembers members)
    {
        if (Stopped)
            return;
        ref var step = ref _path[--_depth];
        if (!members.IsWide)
        {
            if ((members.Required[0] & ~step.Seen) is not 0 and var missing)
                ReportMissing(members, 0, missing);
            return;
        }

        var first = (int)step.Seen;
        for (var word = 0; word < members.Words; word++)
            ReportMissing(members, word, members.Required[word] & ~_keys[first + word]);
        _keyCount = first;
    }

    private static bool IsFirst(ref ulong seen, int member)
    {
        var bit = 1UL << (member % WordBits);
        var first = (seen & bit) == 0;
        seen |= bit;
        return first;
    }

    // The words of an object with many members stand among the keys.
    private readonly bool IsFirstOfWide(ref JsonStep step, int member) => IsFirst(ref _keys[(int)step.Seen + (member / WordBits)], member);

    private void BeginWide(int words)
    {
        _path[_depth - 1].Seen = (ulong)_keyCount;
        for (var i = 0; i < words; i++)
            Remember(0, 0);
    }

    private void ReportMissing(JsonMembers members, int word, ulong missing)
    {
        var pointer = Silent ? "" : Pointer();
        for (; missing != 0; missing &= missing - 1)
            Report(Silent ? "" : pointer + Segment(members.Names[(word * WordBits) + BitOperations.TrailingZeroCount(missing)]), "required", "a value", "nothing");
    }
}
