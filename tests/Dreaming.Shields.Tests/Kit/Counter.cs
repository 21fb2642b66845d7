using Dreaming.Rollouts.Tests.Kiosk;
using Microsoft.Extensions.AI;

namespace Dreaming.Shields.Tests.Kit;

// The kiosk's tools as functions that an application would register, over one world.
public sealed class Counter
{
    public KioskWorld World { get; } = KioskWorld.New();

    public List<string> Made { get; } = [];

    public IList<AITool> Functions => [.. new KioskDomain().Tools.Select(t => AIFunctionFactory.Create(
        (string ticket) =>
        {
            Made.Add($"{t.Name} {ticket}");
            return World.Handle(new KioskCall(t.Name, ticket)).Content;
        },
        t.Name))];
}
