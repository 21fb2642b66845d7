using Dreaming;

namespace OrderDesk;

/// <summary>A handover is what the tool does; the customer is told of it when it is done, and then the desk is silent.</summary>
[Policy]
[Precedence<TransferToHumanAgents, Reply>(Id = "transfer-before-announcement", When = nameof(Announces), Succeeded = Side.First, Harm = Harm.Significant, Because = "Who is told that a human takes over is really handed over: words alone leave the customer waiting for nobody.")]
[Ltlf("G(TransferToHumanAgents.ok -> WX Reply[Announces])", Id = "transfer-is-announced", Harm = Harm.Minor, Because = "What comes after a handover, if anything comes, are the words that tell the customer of it.")]
[NotSuccession<TransferToHumanAgents, AnyCall>(Id = "nothing-after-transfer", Succeeded = Side.First, Harm = Harm.Significant, Because = "Once a human has taken over, the desk does nothing any more: two hands on one order undo each other's work.")]
public static partial class HandoverPolicy
{
    internal static bool Announces(Reply reply) => Phrases.AnnouncesTransfer(reply.Text);
}
