namespace SampleDesk;

[Tool("call_staff", "Hands the conversation to the staff, when the tools cannot do what is asked.", Effect = Effect.Handover)]
public sealed partial record CallStaff(
    [Length(3, 200), Description("What it is about."), Example("The booking cannot be found.")] string Note) : ITool<string>;
