using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Rollouts;
using Microsoft.Extensions.AI;

namespace Dreaming.Critics;

/// <summary>Asks a chat model about one criterion at a time. It sees neither points nor other criteria.</summary>
internal sealed class ChatJudge(IChatClient client, CriticOptions options)
{
    public async Task<Verdict> JudgeAsync(CriterionContract criterion, string rolloutId, Trajectory trajectory, CancellationToken cancellationToken)
    {
        var why = "";
        for (var attempt = 0; attempt < options.JudgeTries; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var messages = JudgePrompt.For(criterion.Text, trajectory, attempt == 0 ? null : why);
                var seed = (long)(new Seed(0).Derive(rolloutId).Derive(criterion.Id, attempt).Value >> 1);
                var response = await Deadline.WithinAsync(
                    stop => client.GetResponseAsync(messages, JudgePrompt.Options(seed), stop), options.JudgeTimeout, options.Time, cancellationToken);
                if (Read(response.Text) is { } verdict)
                    return verdict;
                why = "the answer was not the JSON object that was asked for";
            }
            catch (Exception e)
            {
                cancellationToken.ThrowIfCancellationRequested();
                why = $"{e.GetType().Name}: {e.Message}";
            }
        }

        return Verdict.Unscored($"The chat model gave no verdict in {options.JudgeTries} tries; last: {why}.");
    }

    // Exactly the two members, each of its type: anything else is no verdict.
    private static Verdict? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            string? explanation = null;
            bool? met = null;
            foreach (var member in document.RootElement.EnumerateObject())
                if (member.NameEquals("explanation") && explanation is null && member.Value.ValueKind == JsonValueKind.String)
                    explanation = member.Value.GetString();
                else if (member.NameEquals("criteria_met") && met is null && member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
                    met = member.Value.GetBoolean();
                else
                    return null;
            return met is null || explanation is null ? null : new Verdict(met.Value ? Finding.Met : Finding.NotMet, explanation);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
