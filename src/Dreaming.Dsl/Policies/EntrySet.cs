namespace Dreaming;

/// <summary>A set of small numbers that is walked, changed and emptied without a search.</summary>
internal sealed class EntrySet
{
    private int[] _members;
    private int[] _placeOf;

    public EntrySet() => (_members, _placeOf) = (new int[4], [-1, -1, -1, -1]);

    private EntrySet(EntrySet other) => (_members, _placeOf, Count) = ([.. other._members], [.. other._placeOf], other.Count);

    public int Count { get; private set; }

    public int this[int at] => _members[at];

    public EntrySet Fork() => new(this);

    public void Clear()
    {
        Array.Fill(_placeOf, -1);
        Count = 0;
    }

    public void Add(int number)
    {
        if (number >= _placeOf.Length)
        {
            var known = _placeOf.Length;
            Array.Resize(ref _placeOf, Math.Max(number + 1, known * 2));
            Array.Fill(_placeOf, -1, known, _placeOf.Length - known);
        }

        if (_placeOf[number] >= 0)
            return;
        if (Count == _members.Length)
            Array.Resize(ref _members, Count * 2);
        (_members[Count], _placeOf[number]) = (number, Count);
        Count++;
    }

    public void Remove(int number)
    {
        if (number >= _placeOf.Length || _placeOf[number] < 0)
            return;
        var place = _placeOf[number];
        var last = _members[--Count];
        (_members[place], _placeOf[last]) = (last, place);
        _placeOf[number] = -1;
    }
}
