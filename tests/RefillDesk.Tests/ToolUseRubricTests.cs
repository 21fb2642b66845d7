namespace RefillDesk.Tests;

public sealed class ToolUseRubricTests
{
    private static readonly Pharmacy World = Domain.Open();
    private static readonly RepeatPrescription Clear = RepeatPrescription.Seeds(World).First();

    [Fact]
    public void A_passing_fault_is_tried_again()
    {
        const string id = "retries-after-a-passing-fault";
        var call = new GetPrescription(Clear.PrescriptionId);

        Assert.Equal(Finding.NotApplicable, Judge(id, Talk().Call(call)));
        Assert.Equal(Finding.Met, Judge(id, Talk().Fault(call, ToolFault.Timeout).Call(call)));
        Assert.Equal(Finding.NotMet, Judge(id, Talk().Fault(call, ToolFault.Timeout).Agent("It is down.")));
        Assert.Equal(Finding.Met, Judge(id, Talk().Fault(call, ToolFault.Timeout).Fault(call, ToolFault.Timeout).Fault(call, ToolFault.Timeout).Agent("It is down.")));
        Assert.Equal(Finding.NotApplicable, Judge(id, Talk().Fault(call, ToolFault.Timeout).End(EndReason.CallBudget)));
        Assert.Equal(Finding.NotApplicable, Judge(id, Talk().Fault(call, ToolFault.Outage).Agent("It is down.")));
    }

    [Fact]
    public void A_refused_call_is_not_sent_again_unchanged()
    {
        const string id = "repeats-a-refused-call";
        var refused = new GetPrescription("RX-999999");

        Assert.Equal(Finding.NotApplicable, Judge(id, Talk().Call(new GetPrescription(Clear.PrescriptionId))));
        Assert.Equal(Finding.NotMet, Judge(id, Talk().Call(refused).Call(new GetPrescription(Clear.PrescriptionId))));
        Assert.Equal(Finding.Met, Judge(id, Talk().Call(refused).Agent("Once more.").Call(refused)));
        Assert.Equal(Finding.NotMet, Judge(id, Talk().Call(refused).Call(new GetPrescription(Clear.PrescriptionId)).Call(refused)));
        Assert.Equal(Finding.Met, Judge(id, Talk()
            .Raw("get_prescription", """{"prescription_id":"RX-1","x":1}""", ReplyOutcome.Invalid, "unknown member")
            .Raw("get_prescription", """{ "x": 1, "prescription_id": "RX-1" }""", ReplyOutcome.Invalid, "unknown member")));
    }

    [Fact]
    public void A_call_that_just_succeeded_is_not_sent_again()
    {
        const string id = "repeats-a-successful-call";
        var call = new GetPrescription(Clear.PrescriptionId);

        Assert.Equal(Finding.NotApplicable, Judge(id, Talk()));
        Assert.Equal(Finding.Met, Judge(id, Talk().Call(call).Call(call)));
        Assert.Equal(Finding.NotMet, Judge(id, Talk().Call(call).Call(new CheckInteractions(Clear.PrescriptionId)).Call(call)));
        Assert.Equal(Finding.NotMet, Judge(id, Talk().Fault(call, ToolFault.Timeout).Call(call)));
    }

    [Fact]
    public void The_same_change_is_not_made_twice()
    {
        const string id = "writes-the-same-thing-twice";
        var note = new AddNote(Clear.PatientId, "Called about delivery.");
        var look = new GetPrescription(Clear.PrescriptionId);

        Assert.Equal(Finding.Met, Judge(id, Talk().Call(note).Call(look).Call(note)));
        Assert.Equal(Finding.NotMet, Judge(id, Talk().Call(note).Call(note with { Text = "Called again." })));
        Assert.Equal(Finding.NotMet, Judge(id, Talk().Call(look).Call(note).Call(look)));
        Assert.Equal(Finding.NotApplicable, Judge(id, Talk()));
    }

    [Fact]
    public void A_broken_contract_and_an_unknown_tool_are_told_apart()
    {
        var broken = Talk().Raw("get_prescription", """{"prescription_id":"7"}""", ReplyOutcome.Invalid, "pattern", new Violation("/prescription_id", "pattern", "RX-\\d{6}", "\"7\""));
        var unknown = Talk().Raw("cure_patient", "{}", ReplyOutcome.Invalid, "There is no such tool.", new Violation("", "tool", "a declared tool", "an unknown name"));
        var unexplained = Talk().Raw("cure_patient", "{}", ReplyOutcome.Invalid, "There is no such tool.");
        var right = Talk().Call(new GetPrescription(Clear.PrescriptionId));

        Assert.Equal((Finding.Met, Finding.NotMet), (Judge("breaks-a-contract", broken), Judge("calls-an-unknown-tool", broken)));
        Assert.Equal((Finding.NotMet, Finding.Met), (Judge("breaks-a-contract", unknown), Judge("calls-an-unknown-tool", unknown)));
        Assert.Equal((Finding.NotMet, Finding.Met), (Judge("breaks-a-contract", unexplained), Judge("calls-an-unknown-tool", unexplained)));
        Assert.Equal((Finding.NotMet, Finding.NotMet), (Judge("breaks-a-contract", right), Judge("calls-an-unknown-tool", right)));
    }

    [Fact]
    public void An_identifier_comes_from_the_user_or_from_a_result()
    {
        const string id = "invents-an-identifier";
        var look = new GetPrescription(Clear.PrescriptionId);
        var confirmed = Talk().User($"I am {Clear.PatientId}.").Confirm(Clear.PatientId);

        Assert.Equal(Finding.NotApplicable, Judge(id, Talk().Call(new ListPickupPoints())));
        Assert.Equal(Finding.Met, Judge(id, Talk().User("More please.").Call(look)));
        Assert.Equal(Finding.NotMet, Judge(id, Talk().User($"It is {Clear.PrescriptionId.ToLowerInvariant().Replace('-', ' ')}.").Call(look)));
        Assert.Equal(Finding.NotMet, Judge(id, confirmed.Call(new ListPrescriptions(Clear.PatientId)).Call(look)));
    }

    [Fact]
    public void A_lost_tool_is_admitted()
    {
        const string id = "says-that-a-tool-failed";
        var call = new CheckInteractions(Clear.PrescriptionId);

        Assert.Equal(Finding.Met, Judge(id, Talk().Fault(call, ToolFault.Outage).Agent("I could not check the interactions.")));
        Assert.Equal(Finding.NotMet, Judge(id, Talk().Fault(call, ToolFault.Outage).Agent("All is well.")));
        Assert.Equal(Finding.NotApplicable, Judge(id, Talk().Fault(call, ToolFault.Timeout).Call(call).Agent("All is well.")));
    }

    [Fact]
    public void The_last_call_is_not_the_last_word()
    {
        const string id = "speaks-after-its-last-call";
        var call = new GetPrescription(Clear.PrescriptionId);

        Assert.Equal(Finding.Met, Judge(id, Talk().Call(call).Agent("Two repeats are left.").End(EndReason.UserDone)));
        Assert.Equal(Finding.NotMet, Judge(id, Talk().Call(call).End(EndReason.AgentStopped)));
        Assert.Equal(Finding.NotApplicable, Judge(id, Talk().Call(new EscalateToClinician(Urgency.SameDay, "Please call.")).End(EndReason.Handover)));
        Assert.Equal(Finding.NotApplicable, Judge(id, Talk().Agent("Hello.")));
    }

    private static Finding Judge(string id, Conversation talk) => Domain.Judge(id, Clear, World, talk.World, talk.Trajectory);

    private static Conversation Talk() => new(World.Fork());
}
