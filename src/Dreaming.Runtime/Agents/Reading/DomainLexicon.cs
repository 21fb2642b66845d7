using System.Runtime.CompilerServices;
using Dreaming.Agents.Language;
using Dreaming.Contracts;

namespace Dreaming.Agents.Reading;

/// <summary>What a domain's contracts say, prepared for reading conversations. Immutable apart from readings that it remembers; safe for several threads.</summary>
internal sealed class DomainLexicon
{
    private static readonly ConditionalWeakTable<DomainManifest, DomainLexicon> Known = [];

    private readonly ConditionalWeakTable<string, TextReading> _texts = [];
    private readonly ConditionalWeakTable<string, ReplyReading>[] _replies;
    private readonly Dictionary<string, ToolEntry> _byName;

    private DomainLexicon(DomainManifest domain)
    {
        Domain = domain;
        var slots = new List<Slot>();
        var byKey = new Dictionary<string, Slot>(StringComparer.Ordinal);
        var stems = domain.Tools.Select(ToolEntry.StemsOf).ToList();
        var tools = new List<ToolEntry>();
        for (var i = 0; i < domain.Tools.Length; i++)
        {
            var tool = domain.Tools[i];
            var parameters = new Slot[tool.Parameters.Length];
            for (var p = 0; p < parameters.Length; p++)
            {
                var key = Slot.KeyOf(tool.Parameters[p]);
                if (!byKey.TryGetValue(key, out var slot))
                {
                    byKey.Add(key, slot = new Slot(slots.Count, tool.Parameters[p]));
                    slots.Add(slot);
                }

                parameters[p] = slot;
            }

            tools.Add(new ToolEntry(i, tool, parameters, stems));
        }

        Slots = [.. slots];
        Tools = [.. tools];
        _byName = tools.ToDictionary(t => t.Contract.Name, StringComparer.Ordinal);
        _replies = [.. tools.Select(_ => new ConditionalWeakTable<string, ReplyReading>())];
        Vocabulary = new Vocabulary(TextsOf(domain));
    }

    public DomainManifest Domain { get; }
    public Slot[] Slots { get; }
    public ToolEntry[] Tools { get; }
    public Vocabulary Vocabulary { get; }

    public static DomainLexicon Of(DomainManifest domain) => Known.GetValue(domain, d => new DomainLexicon(d));

    public ToolEntry? Find(string tool) => _byName.GetValueOrDefault(tool);

    // Forks of a conversation share their texts, so each is read once however often the conversation is decided upon.
    public TextReading Read(string userText) => _texts.GetValue(userText, text => TextReading.Read(text, Vocabulary));

    public ReplyReading Read(ToolEntry? tool, string toolName, string content) => tool is null
        ? ReplyReading.Read(null, toolName, content)
        : _replies[tool.Index].GetValue(content, text => ReplyReading.Read(tool.Contract, toolName, text));

    private static IEnumerable<string> TextsOf(DomainManifest domain)
    {
        yield return domain.Instructions;
        foreach (var tool in domain.Tools)
        {
            yield return Words.OfName(tool.Name);
            yield return tool.Description;
            foreach (var parameter in tool.Parameters)
            {
                yield return Words.OfName(parameter.Name);
                yield return parameter.Description;
                foreach (var allowed in parameter.Allowed)
                    yield return Words.OfName(allowed);
            }
        }

        foreach (var invariant in domain.Invariants)
            yield return invariant.Because;
        foreach (var scenario in domain.Scenarios)
        {
            yield return scenario.Title;
            foreach (var says in scenario.Says)
                yield return Templates.WithoutNames(says);
        }
    }
}

/// <summary>One tool, prepared.</summary>
internal sealed class ToolEntry
{
    public ToolEntry(int index, ToolContract contract, Slot[] parameters, IReadOnlyList<Dictionary<string, double>> all)
    {
        Index = index;
        Contract = contract;
        Parameters = parameters;
        Words = Language.Words.OfName(contract.Name);
        ComesFirst = contract.Effect is Effect.Read or Effect.None && Says(Opening);
        NeedsConsent = contract.Effect is Effect.Write && Says(Consent);
        var own = all[index];
        Stems = [];
        foreach (var (stem, weight) in own.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var sharing = all.Count(other => other.ContainsKey(stem));
            Stems[stem] = weight * Math.Log((1.0 + all.Count) / sharing);
        }
    }

    private static readonly string[] Opening = ["before any", "before you", "first of all", "this first", "at the start", "authenticate", "identity"];
    private static readonly string[] Consent = ["'s yes", "explicit yes", "a clear yes", "confirmation", "consent", "approval"];

    public int Index { get; }
    public ToolContract Contract { get; }
    public Slot[] Parameters { get; }
    /// <summary>Its own words say that other things wait for it.</summary>
    public bool ComesFirst { get; }
    /// <summary>Its own words say that the user has to agree before it is called.</summary>
    public bool NeedsConsent { get; }
    /// <summary>The name as words: "request refill".</summary>
    public string Words { get; }
    /// <summary>What each word says about the tool: more, the fewer tools speak of it.</summary>
    public Dictionary<string, double> Stems { get; }

    private bool Says(string[] phrases) =>
        Array.Exists(phrases, p => Contract.Description.Contains(p, StringComparison.OrdinalIgnoreCase) || Words.Contains(p, StringComparison.Ordinal));

    // Tools share a slot whether they need it or not.
    public bool IsRequired(int parameter) => Contract.Parameters[parameter].Required;

    public static Dictionary<string, double> StemsOf(ToolContract tool)
    {
        var stems = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var stem in Language.Words.Content(tool.Description))
            stems[stem] = 1;
        foreach (var parameter in tool.Parameters)
            foreach (var allowed in parameter.Allowed)
                foreach (var stem in Language.Words.Content(Language.Words.OfName(allowed)))
                    stems.TryAdd(stem, 0.5);
        foreach (var stem in Language.Words.Content(Language.Words.OfName(tool.Name)))
            stems[stem] = 2;
        return stems;
    }
}
