using System.Buffers;

namespace RefillDesk;

// The names, telephone numbers and prescription numbers of a clinic's patients, found in a text in one pass.
internal sealed class Identifiers
{
    private const int StartLength = 4;

    private readonly Dictionary<string, ImmutableArray<Identifier>> _known;
    private readonly SearchValues<string> _starts;
    private readonly ImmutableArray<int> _lengths;
    private readonly ImmutableArray<Identifier> _later;

    private Identifiers(IEnumerable<Identifier> all)
    {
        _known = all.Where(i => i.Text.Length > 0)
            .GroupBy(i => i.Text, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
        _starts = SearchValues.Create([.. _known.Keys.Select(k => k[..Math.Min(StartLength, k.Length)]).Distinct(StringComparer.OrdinalIgnoreCase)], StringComparison.OrdinalIgnoreCase);
        _lengths = [.. _known.Keys.Select(k => k.Length).Distinct().Order()];
        _later = [];
    }

    private Identifiers(Identifiers first, ImmutableArray<Identifier> later) =>
        (_known, _starts, _lengths, _later) = (first._known, first._starts, first._lengths, later);

    public static Identifiers Of(IEnumerable<Patient> patients, IEnumerable<Prescription> prescriptions) =>
        new(patients.SelectMany(Of).Concat(prescriptions.Select(Of)));

    public static IEnumerable<Identifier> Of(Patient patient) => [new(patient.Name, patient.PatientId), new(patient.Phone, patient.PatientId)];

    public static Identifier Of(Prescription prescription) => new(prescription.PrescriptionId, prescription.PatientId);

    // What is there already stays as it is; what is no longer true is for the reader to tell.
    public Identifiers With(Identifier one) =>
        one.Text.Length == 0 || _later.Contains(one) || _known.TryGetValue(one.Text, out var same) && same.Contains(one) ? this : new(this, _later.Add(one));

    public IEnumerable<Identifier> In(string text)
    {
        for (var at = Start(text, 0); at >= 0; at = Start(text, at + 1))
            foreach (var length in _lengths)
                if (length <= text.Length - at)
                    foreach (var found in Known(text.AsSpan(at, length)))
                        yield return found;
        foreach (var late in _later)
            if (text.Contains(late.Text, StringComparison.OrdinalIgnoreCase))
                yield return late;
    }

    private int Start(string text, int from)
    {
        var at = text.AsSpan(from).IndexOfAny(_starts);
        return at < 0 ? -1 : from + at;
    }

    private ImmutableArray<Identifier> Known(ReadOnlySpan<char> text) =>
        _known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var found) ? found : [];
}

// A text that identifies a patient.
internal readonly record struct Identifier(string Text, string PatientId);
