using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Contracts;

namespace Dreaming.Simulators;

/// <summary>One thing of the world.</summary>
/// <param name="Kind">The tool that shows things of its kind.</param>
/// <param name="Key">Its id.</param>
internal readonly record struct EntityRef(string Kind, string Key);

/// <summary>A thing in one state.</summary>
/// <param name="Answer">The state as the tool that shows it answers.</param>
internal sealed record Entity(Answered Answer)
{
    public JsonElement Value => Answer.Result;

    public ImmutableHashSet<string> Ids => Answer.Ids;
}

/// <summary>Which tools show or change what: a tool shows things of a kind when its result repeats the id that it was asked for.</summary>
internal sealed class EntityKinds
{
    private readonly FrozenDictionary<string, (string Kind, string Key)> _byTool;
    private readonly FrozenSet<string> _readers;

    private EntityKinds(Dictionary<string, (string, string)> byTool, HashSet<string> readers) =>
        (_byTool, _readers) = (byTool.ToFrozenDictionary(StringComparer.Ordinal), readers.ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Whether a tool shows a thing and does nothing else.</summary>
    public bool Reads(ToolContract tool) => _readers.Contains(tool.Name);

    /// <summary>The thing that a call is about; null when it names none.</summary>
    public EntityRef? Target(Asked call) =>
        _byTool.TryGetValue(call.Tool.Name, out var kind) && Json.Text(call.Arguments, kind.Key) is { } key ? new(kind.Kind, key) : null;

    /// <summary>The thing whose state an answer is; null when it is of none.</summary>
    public EntityRef? Shown(Asked call, Answered answer) =>
        _byTool.TryGetValue(call.Tool.Name, out var kind) && Json.Text(answer.Result, kind.Key) is { } key ? new(kind.Kind, key) : null;

    public static EntityKinds Learn(DomainManifest domain, ILookup<string, Step> byTool)
    {
        var kinds = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        var readers = new HashSet<string>(StringComparer.Ordinal);
        var shapes = new List<(ToolContract Reader, string Key)>();
        foreach (var tool in domain.Tools.Where(t => t is { Effect: Effect.Read, Result.Kind: ValueKind.Object } && t.Parameters.Count(p => p.Required) == 1 && t.Parameters.Length == 1))
        {
            if (Key(tool, byTool) is not { } key)
                continue;
            kinds[tool.Name] = (tool.Name, key);
            readers.Add(tool.Name);
            shapes.Add((tool, key));
        }

        foreach (var tool in domain.Tools.Where(t => !kinds.ContainsKey(t.Name)))
            if (shapes.FirstOrDefault(s => SameShape(s.Reader.Result, tool.Result) && Repeats(tool, s.Key, byTool)) is { Reader: { } reader } shape)
                kinds[tool.Name] = (reader.Name, shape.Key);
        return new(kinds, readers);
    }

    private static string? Key(ToolContract tool, ILookup<string, Step> byTool) =>
        byTool[tool.Name].Any(s => s.Answer is { Refused: false }) ? tool.Parameters.Select(p => p.Name).FirstOrDefault(name => Repeats(tool, name, byTool)) : null;

    // A tool that was never recorded repeats what its contract lets it repeat.
    private static bool Repeats(ToolContract tool, string name, ILookup<string, Step> byTool) =>
        Json.NamesOneId(name)
        && tool.Parameters.Any(p => p.Name == name && p.Kind == ValueKind.String)
        && byTool[tool.Name].Where(s => s.Answer is { Refused: false }).All(s => Json.Text(s.Call.Arguments, name) is { } key && Json.Text(s.Answer!.Result, name) == key);

    private static bool SameShape(MemberContract left, MemberContract right) =>
        left.Kind == right.Kind && left.Members.Select(m => m.Name).SequenceEqual(right.Members.Select(m => m.Name), StringComparer.Ordinal);
}
