using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dreaming.Contracts;

namespace Dreaming.Audits;

/// <summary>What the world offers for one scenario: its instances, and every value that one of them has.</summary>
internal sealed class InstanceValues
{
    /// <summary>Shorter values prove nothing.</summary>
    public const int Shortest = 3;

    private const int Most = 100_000;
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HashSet<string> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Slot, string Text)> _slots = new(StringComparer.Ordinal);
    private readonly HashSet<(int Slot, string Value)> _values = [];
    private readonly SquashedText _words;
    private readonly int _longest;

    public InstanceValues(ScenarioContract contract, IWorld root)
    {
        Contract = contract;
        _words = new SquashedText(string.Join(' ', contract.Says.Select(s => Regex.Replace(s, @"\{\w+\}", " , "))));
        foreach (var instance in contract.Seeds(root.Fork()).Take(Most))
        {
            _facts.Add(Facts(contract, instance));
            for (var slot = 0; slot < contract.Slots.Length; slot++)
            {
                if (contract.Slots[slot].Member.Kind == ValueKind.Boolean || contract.SlotText(instance, slot) is not { Length: > 0 } text)
                    continue;
                var squashed = SquashedText.Squash(text);
                _values.Add((slot, squashed));
                if (squashed.Length >= Shortest && !_words.Names(squashed) && _slots.TryAdd(squashed, (slot, text)))
                    _longest = Math.Max(_longest, SquashedText.Words(text));
            }
        }

        Patterns = [.. contract.Slots.Select(s => s.Member.Pattern).OfType<string>().Distinct(StringComparer.Ordinal).Select(Telling).OfType<Regex>()];
    }

    public ScenarioContract Contract { get; }

    /// <summary>The patterns of slots that tell a value from words and plain numbers.</summary>
    public ImmutableArray<Regex> Patterns { get; }

    /// <summary>An instance as JSON.</summary>
    public static string Facts(ScenarioContract contract, object instance)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Compact))
            contract.Write(writer, instance);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The world offers an instance with these facts.</summary>
    public bool Offers(RawJson facts) => _facts.Contains(facts.Text);

    /// <summary>Some instance has this value for a slot.</summary>
    public bool Has(int slot, string value) => _values.Contains((slot, SquashedText.Squash(value)));

    /// <summary>The scenario's own words name a squashed value, so that it gives nothing away.</summary>
    public bool SaysItself(string squashed) => _words.Names(squashed);

    /// <summary>The values of instances that stand in a text, squashed and as they are, with the slot that has them. The longest first of those that begin with the same word.</summary>
    public IEnumerable<(string Squashed, string Text, int Slot)> In(SquashedText text) =>
        text.Among(_slots.ContainsKey, _longest).Select(v => (v, _slots[v].Text, _slots[v].Slot));

    private static Regex? Telling(string pattern)
    {
        try
        {
            var whole = new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return whole.IsMatch("word") || whole.IsMatch("12") || whole.IsMatch("Word") ? null : new Regex($@"\b(?:{pattern})\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            // Lookarounds cannot be searched for in linear time: such values are looked for among the instances only.
            return null;
        }
    }
}
