using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Contracts;

namespace Dreaming.Rollouts.Tests.Kiosk;

public sealed record CancelTicket(string Ticket, DateOnly BirthDate, string Reason, string Seat);

public sealed class KioskScenario : ScenarioContract
{
    public Func<KioskWorld, Trajectory, bool>? Success { get; init; }

    public override string Id => "cancel-ticket";
    public override string Title => "Somebody wants to give a ticket back.";
    public override bool Safety => false;
    public override ImmutableArray<string> Says => ["I want to cancel ticket {Ticket}."];
    public override int Turns => 8;
    public override int ToolCalls => 8;
    public override ImmutableArray<SlotContract> Slots =>
    [
        new(new("ticket", ValueKind.String) { Pattern = @"T-\d{4}" }, "Ticket", Knowledge.Open, ["ticket", "ticket number"]),
        new(new("birth_date", ValueKind.Date), "BirthDate", Knowledge.Hidden, ["birth date", "date of birth", "born"]),
        new(new("reason", ValueKind.String), "Reason", Knowledge.Open, ["reason", "why"]),
        new(new("seat", ValueKind.String), "Seat", Knowledge.Unknown, ["seat"]),
    ];

    public override ImmutableArray<CounterfactualContract> Counterfactuals =>
    [
        new("already-cancelled", "Somebody cancelled it before.", (scenario, world) =>
        {
            var changed = (KioskWorld)world.Fork();
            changed.Cancelled = changed.Cancelled.Add(((CancelTicket)scenario).Ticket);
            return changed;
        }),
        new("impossible", "Cannot be.", (_, _) => throw new InvalidOperationException("no such world")),
    ];

    public override IEnumerable<object> Seeds(IWorld world) => [];

    public override object? Ground(Trajectory episode, IWorld world) => null;

    public override bool Achieved(object scenario, IWorld before, IWorld after, Trajectory trajectory) =>
        Success is { } success ? success((KioskWorld)after, trajectory) : ((KioskWorld)after).Cancelled.Contains(((CancelTicket)scenario).Ticket);

    public override string? SlotText(object scenario, int slot)
    {
        var facts = (CancelTicket)scenario;
        return slot switch
        {
            0 => facts.Ticket,
            1 => facts.BirthDate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            2 => facts.Reason,
            _ => facts.Seat,
        };
    }

    public override void Write(Utf8JsonWriter writer, object scenario) => throw new NotSupportedException();

    public override object Read(ReadOnlySpan<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8.ToArray());
        var root = document.RootElement;
        return new CancelTicket(
            root.GetProperty("ticket").GetString()!, DateOnly.ParseExact(root.GetProperty("birth_date").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            root.GetProperty("reason").GetString()!, root.GetProperty("seat").GetString()!);
    }
}
