using Dreaming.Samples;
using Microsoft.Extensions.AI;
using RefillDesk.Dreams.Tests;

namespace Dreaming.Xunit.Tests.Agents;

/// <summary>Careful until the interaction check fails: then it orders without one.</summary>
internal sealed class HastyDesk : RuleAgent
{
    private readonly CarefulDesk _careful = new();

    public override AIContent Next(TalkSoFar talk)
    {
        if (talk.Failures("check_interactions") == 0 || talk.Result("get_prescription") is not { } prescription)
            return _careful.Next(talk);
        return talk.Result("request_refill") is null && !talk.Refused("request_refill")
            ? Call("request_refill", ("prescription_id", prescription.GetProperty("prescription_id").GetString()), ("days_supply", 28))
            : Say("Your repeat has been ordered.");
    }
}
