using System.Collections.Immutable;

namespace Dreaming.Contracts;

public ref partial struct JsonValidation
{
    /// <summary>Enters an object of more than 64 members.</summary>
    /// <param name="members">How many members the contract has.</param>
    /// <returns>False when the value is none; it is then reported and done with.</returns>
    public bool BeginWideObject(int members)
    {
        if (!BeginObject())
            return false;
        _path[_depth - 1].Seen = (ulong)_keyCount;
        for (var i = 0; i < Words(members); i++)
            Remember(0, 0);
        return true;
    }

    /// <summary>Moves to a member's value in an object of more than 64 members.</summary>
    /// <param name="index">The member's index in the contract.</param>
    /// <returns>False when the member was there before; it is then reported and done with.</returns>
    public bool WideMember(int index)
    {
        ref var step = ref _path[_depth - 1];
        _reader.ReadMember();
        ref var word = ref _keys![(int)step.Seen + (index >> 6)];
        var bit = 1UL << (index & 63);
        if ((word & bit) != 0)
        {
            Fail("duplicate", "each member once");
            return false;
        }

        word |= bit;
        return true;
    }

    /// <summary>Leaves an object of more than 64 members and reports what is missing from it.</summary>
    /// <param name="required">One bit for each required member, 64 a word.</param>
    /// <param name="names">The members' names in the order of the contract.</param>
    public void EndWideObject(ReadOnlySpan<ulong> required, ImmutableArray<string> names)
    {
        if (Stopped)
            return;
        var first = (int)_path[--_depth].Seen;
        var pointer = Silent ? "" : Pointer();
        for (var i = 0; i < names.Length; i++)
        {
            if ((required[i >> 6] & ~_keys![first + (i >> 6)] & (1UL << (i & 63))) == 0)
                continue;
            Report(Silent ? "" : pointer + Segment(names[i]), "required", "a value", "nothing");
        }

        _keyCount = first;
    }

    private static int Words(int members) => (members + 63) / 64;
}
