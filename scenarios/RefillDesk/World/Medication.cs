namespace RefillDesk;

public sealed record Medication(
    string Name,
    string Group,
    bool Controlled,
    bool HighAlert,
    ImmutableArray<KnownInteraction> Interactions);

public sealed record KnownInteraction(string With, InteractionSeverity Severity, string Effect);
