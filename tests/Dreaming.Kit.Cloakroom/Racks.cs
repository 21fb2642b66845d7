using System.Collections.Immutable;

namespace Cloakroom;

/// <summary>The coats.</summary>
[Sandbox]
public sealed partial class Racks : ISandbox<Racks>
{
    /// <summary>The tickets that have a coat.</summary>
    public ImmutableSortedSet<string> Hanging { get; private set; } = ImmutableSortedSet<string>.Empty;

    /// <summary>The tickets whose coat was reported stolen.</summary>
    public ImmutableHashSet<string> Reported { get; set; } = [];

    /// <summary>The tickets whose coat was handed out.</summary>
    public ImmutableSortedSet<string> Gone { get; private set; } = ImmutableSortedSet<string>.Empty;

    /// <inheritdoc/>
    public static Racks Open(WorldOptions options) => new() { Hanging = [.. Enumerable.Range(101, 12).Select(i => $"T-{i}")] };

    /// <inheritdoc/>
    public Racks Fork() => new() { Hanging = Hanging, Reported = Reported, Gone = Gone };

    /// <summary>Looks up.</summary>
    public ToolOutcome<Coat> Handle(FindCoat call) => Hanging.Contains(call.Ticket) ? new Coat(call.Ticket, Reported.Contains(call.Ticket)) : new Refusal("There is no coat of this ticket.");

    /// <summary>Hands out.</summary>
    public ToolOutcome<string> Handle(HandOut call)
    {
        if (!Hanging.Contains(call.Ticket))
            return new Refusal("There is no coat of this ticket.");
        Hanging = Hanging.Remove(call.Ticket);
        Gone = Gone.Add(call.Ticket);
        return "Handed out.";
    }

    /// <summary>Calls.</summary>
    public ToolOutcome<string> Handle(CallManager call) => "The manager takes over.";
}
