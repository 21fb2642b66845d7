namespace RefillDesk;

[Policy]
[NotSuccession<EscalateToClinician, IRoutine>(Id = "handover-ends-the-work", Succeeded = Side.First, Harm = Harm.Considerable, Because = "Once a clinician has taken over, the desk orders, books and looks up nothing more: two who treat one patient undo each other's work. It may hand over again when things get worse.")]
public static partial class HandoverPolicy;
