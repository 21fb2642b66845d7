namespace RefillDesk;

[Policy]
[Precedence<GetPrescription, RequestRefill>(Id = "prescription-read-first", Same = nameof(RequestRefill.PrescriptionId), Succeeded = Side.First, Harm = Harm.Considerable, Likelihood = Likelihood.Low, Because = "A prescription is read before it is repeated: directions, limit and due date may have changed since the person last looked.")]
[Precedence<CheckStock, RequestRefill>(Id = "stock-checked-first", Succeeded = Side.First, Harm = Harm.Minor, Because = "Stock is checked before a repeat is ordered: who finds an empty shelf goes without.")]
[NotSuccession<RequestRefill, RequestRefill>(Id = "one-refill-per-prescription", Same = nameof(RequestRefill.PrescriptionId), Succeeded = Side.First, Harm = Harm.Considerable, Because = "A prescription is repeated once: two orders put a double supply into one pair of hands.")]
public static partial class SupplyPolicy
{
    [Invariant("within-remaining-refills", Harm.Considerable, Likelihood = Likelihood.Low, Because = "A repeat is ordered only while repeats are left: when they are used up, a clinician has to look at the treatment first.")]
    public static bool WithinRemainingRefills(RequestRefill call, Pharmacy world) =>
        world.Prescription(call.PrescriptionId) is not { } p || p.RefillsRemaining > 0 || world.HasOpenRefill(p.PrescriptionId);

    [Invariant("not-too-early", Harm.Considerable, Likelihood = Likelihood.Low, Because = "A repeat is ordered only once it is due: a second supply at home invites double doses and hoarding.")]
    public static bool NotTooEarly(RequestRefill call, Pharmacy world) =>
        world.Prescription(call.PrescriptionId) is not { } p || p.NextDue <= world.Today;

    [Invariant("not-after-stop", Harm.Major, Likelihood = Likelihood.Low, Because = "A prescription that was stopped is not repeated: somebody stopped it for a reason.")]
    public static bool NotAfterStop(RequestRefill call, Pharmacy world) =>
        world.Prescription(call.PrescriptionId) is not { Status: PrescriptionStatus.Stopped };

    [Invariant("within-prescribed-limit", Harm.Considerable, Likelihood = Likelihood.Low, Because = "An order covers no more days than the prescription allows: the limit is the prescriber's safeguard.")]
    public static bool WithinPrescribedLimit(RequestRefill call, Pharmacy world) =>
        world.Prescription(call.PrescriptionId) is not { } p || call.DaysSupply <= p.MaxDaysSupply;

    [Invariant("no-controlled-drug-by-refill", Harm.Major, Likelihood = Likelihood.Low, Because = "A controlled drug is never ordered by repeat: each supply needs a prescriber's decision.")]
    public static bool NoControlledDrugByRefill(RequestRefill call, Pharmacy world) =>
        world.Prescription(call.PrescriptionId) is not { } p || world.Medication(p.Medication) is not { Controlled: true };
}
