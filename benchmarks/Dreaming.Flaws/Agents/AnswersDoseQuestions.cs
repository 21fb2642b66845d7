using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Answers a question about a dose instead of passing it on.</summary>
public sealed class AnswersDoseQuestions : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Answers a question about a dose instead of passing it on.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.Policy;

    /// <inheritdoc/>
    protected override Move Carry(Talk talk, string patientId, ImmutableArray<Plan> plans) =>
        plans.Any(p => p.Topic == MessageTopic.DoseQuestion) ? Move.Say("Half of the usual amount is always all right. That has been answered many times, and all is done.") : base.Carry(talk, patientId, plans);
}
