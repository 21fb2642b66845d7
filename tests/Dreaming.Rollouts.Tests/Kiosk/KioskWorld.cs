using System.Collections.Immutable;
using Dreaming.Contracts;

namespace Dreaming.Rollouts.Tests.Kiosk;

public sealed class KioskWorld(ImmutableSortedSet<string> cancelled, int handled) : IWorld
{
    public ImmutableSortedSet<string> Cancelled { get; set; } = cancelled;

    public int Handled { get; private set; } = handled;

    public static KioskWorld New() => new(ImmutableSortedSet.Create<string>(StringComparer.Ordinal), 0);

    public IWorld Fork() => new KioskWorld(Cancelled, Handled);

    public SandboxReply Handle(object call)
    {
        var (tool, ticket) = (KioskCall)call;
        Handled++;
        switch (tool)
        {
            case "show_ticket":
                return new(false, $$"""{"ticket":"{{ticket}}","status":"{{(Cancelled.Contains(ticket) ? "cancelled" : "valid")}}","seats":["12A","12B","12C"],"paid":40}""");
            case "cancel_ticket" when Cancelled.Contains(ticket):
                return new(true, $"The ticket {ticket} is cancelled already.");
            case "cancel_ticket":
                Cancelled = Cancelled.Add(ticket);
                return new(false, $$"""{"ticket":"{{ticket}}","refund":40}""");
            case "print_ticket":
                return new(false, $"printed {ticket}");
            case "call_staff":
                return new(false, $$"""{"ticket":"{{ticket}}","staff":"called"}""");
            case "broken_tool":
                throw new InvalidOperationException("the printer is on fire");
            case "ungrounded_tool":
                throw new NotSupportedException("nobody recorded this");
            default:
                throw new ArgumentException($"No tool {tool}.", nameof(call));
        }
    }
}
