using System.Text;
using System.Text.Json;
using Dreaming.Contracts;
using Microsoft.Extensions.AI;

namespace Dreaming.Agents.Reading;

/// <summary>Reads what chat messages hold beside words.</summary>
internal static class ChatContents
{
    public static string Arguments(FunctionCallContent call, ToolContract? tool)
    {
        var arguments = call.Arguments;
        if (arguments is null || arguments.Count == 0)
            return "{}";
        if (tool is not null)
        {
            var text = new StringBuilder("{");
            var taken = 0;
            foreach (var parameter in tool.Parameters)
            {
                if (!arguments.TryGetValue(parameter.Name, out var value))
                    continue;
                if (Json(value) is not { } json)
                    break;
                CanonicalJson.Append(text, parameter.Name, json);
                taken++;
            }

            if (taken == arguments.Count)
                return text.Append('}').ToString();
        }

        return CanonicalJson.Arguments(JsonSerializer.Serialize(arguments, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>))), tool);
    }

    public static string Text(FunctionResultContent result) => result.Result switch
    {
        null => "",
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
        JsonElement json => json.GetRawText(),
        var other => JsonSerializer.Serialize(other, AIJsonUtilities.DefaultOptions.GetTypeInfo(other.GetType())),
    };

    public static ReplyOutcome? Outcome(FunctionResultContent result)
    {
        var said = result.AdditionalProperties?.GetValueOrDefault("outcome") switch
        {
            string text => text,
            JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
            _ => null,
        };
        return Enum.TryParse<ReplyOutcome>(said, ignoreCase: true, out var outcome) ? outcome : null;
    }

    private static string? Json(object? value) => value switch
    {
        JsonElement element => CanonicalJson.Of(element),
        string text => CanonicalJson.Text(text),
        bool flag => flag ? "true" : "false",
        int number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        long number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        null => "null",
        _ => null,
    };
}
