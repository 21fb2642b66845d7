using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Dreaming.Shields;

/// <summary>Reads what a tool answered off a chat message.</summary>
public static class ToolAnswers
{
    private const string OutcomeProperty = "outcome";

    /// <summary>
    /// What kind of answer it is, in this order: what <c>outcome</c> in its additional properties says, as Dreaming's own transcripts have it; a failure, when it carries an exception or
    /// a result of MCP with <c>isError</c>; a refusal, when its text begins with <c>Error</c>, as function invocation writes a failure and tools by custom do; else a result.
    /// </summary>
    public static ReplyOutcome Outcome(FunctionResultContent answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.AdditionalProperties?.GetValueOrDefault(OutcomeProperty) is { } said && Enum.TryParse<ReplyOutcome>(said.ToString(), ignoreCase: true, out var outcome) && Enum.IsDefined(outcome))
            return outcome;
        if (answer.Exception is not null || answer.Result is JsonElement { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("isError", out var failed) && failed.ValueKind == JsonValueKind.True)
            return ReplyOutcome.Fault;
        return Text(answer).StartsWith("Error", StringComparison.Ordinal) ? ReplyOutcome.Refused : ReplyOutcome.Result;
    }

    /// <summary>What the agent reads.</summary>
    internal static string Text(FunctionResultContent answer) => answer.Result switch
    {
        null => "",
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
        JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => "",
        JsonElement json => json.GetRawText(),
        TextContent text => text.Text,
        var other => Written(other),
    };

    // Whatever a tool returned: what cannot be written is no reason to fail.
    private static string Written(object result)
    {
        try
        {
            return JsonSerializer.Serialize(result, AIJsonUtilities.DefaultOptions.GetTypeInfo(result.GetType()));
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or JsonException or ArgumentException)
        {
            return result.ToString() ?? "";
        }
    }
}
