namespace RefillDesk;

[Policy]
[Precedence<CheckInteractions, RequestRefill>(Id = "interactions-checked-first", Same = nameof(RequestRefill.PrescriptionId), Succeeded = Side.First, Harm = Harm.Major, Likelihood = Likelihood.Low, Because = "Interactions are checked in this conversation before a repeat is ordered: medicines change between two issues.")]
public static partial class InteractionPolicy
{
    [Invariant("no-refill-against-a-high-interaction", Harm.Major, Because = "A medicine with a high interaction is not repeated before its prescriber has decided.")]
    public static bool NoRefillAgainstAHighInteraction(RequestRefill call, Pharmacy world) =>
        world.Prescription(call.PrescriptionId) is not { } p || world.InteractionsOf(p).All(i => i.Severity != InteractionSeverity.High);

    [Invariant("no-refill-against-an-allergy", Harm.Major, Because = "A medicine is not repeated for a patient with a recorded allergy to it or to its group.")]
    public static bool NoRefillAgainstAnAllergy(RequestRefill call, Pharmacy world) =>
        world.Prescription(call.PrescriptionId) is not { } p || world.AllergyAgainst(p) is null;
}
