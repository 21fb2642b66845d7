using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Agents;
using Dreaming.Distillation;

namespace Dreaming.Learning.Tests;

public sealed class DistilledDataTests
{
    private static readonly DistilledData Data = new(Desk.Domain);

    private static readonly ImmutableArray<Lesson> Lessons =
    [
        new(Desk.Said("I need more “Ramipril”"), new Say("Which one?"), new Say("Done."), LessonOrigin.Dream, "a"),
        new(
            Desk.Said("PT-100378").Called("list_prescriptions", """{"patient_id":"PT-100378"}""", ReplyOutcome.Result, Desk.TwoListed),
            new CallTool("get_prescription", new RawJson("""{"prescription_id":"RX-200302"}""")), null, LessonOrigin.Episode, "b"),
    ];

    [Fact]
    public void A_fine_tuning_line_ends_with_the_right_action()
    {
        var lines = Data.ToOpenAI(Lessons).Select(Parse).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Equal("system", lines[0].GetProperty("messages")[0].GetProperty("role").GetString());
        Assert.Equal("Which one?", lines[0].GetProperty("messages")[2].GetProperty("content").GetString());
        var call = lines[1].GetProperty("messages")[4].GetProperty("tool_calls")[0];
        Assert.Equal("get_prescription", call.GetProperty("function").GetProperty("name").GetString());
        Assert.Equal("RX-200302", Parse(call.GetProperty("function").GetProperty("arguments").GetString()!).GetProperty("prescription_id").GetString());
        Assert.Equal(Desk.Domain.Tools.Length, lines[1].GetProperty("tools").GetArrayLength());
    }

    [Fact]
    public void A_reply_names_the_call_that_it_answers()
    {
        var messages = Parse(Data.ToOpenAI(Lessons).Last()).GetProperty("messages");
        Assert.Equal("tool", messages[3].GetProperty("role").GetString());
        Assert.Equal(messages[2].GetProperty("tool_calls")[0].GetProperty("id").GetString(), messages[3].GetProperty("tool_call_id").GetString());
    }

    [Fact]
    public void A_prompt_does_not_hold_its_completion()
    {
        var line = Parse(Data.ToPromptCompletion(Lessons).First());
        Assert.Equal("user", line.GetProperty("prompt")[1].GetProperty("role").GetString());
        Assert.Equal(2, line.GetProperty("prompt").GetArrayLength());
        Assert.Equal("Which one?", line.GetProperty("completion")[0].GetProperty("content").GetString());
    }

    [Fact]
    public void Only_lessons_with_a_wrong_action_are_preferences()
    {
        var line = Parse(Assert.Single(Data.ToPreference(Lessons)));
        Assert.Equal("Which one?", line.GetProperty("chosen")[0].GetProperty("content").GetString());
        Assert.Equal("Done.", line.GetProperty("rejected")[0].GetProperty("content").GetString());
    }

    [Fact]
    public async Task Three_files_are_written_a_line_a_lesson()
    {
        var folder = Directory.CreateTempSubdirectory("dreaming-distilled-").FullName;
        try
        {
            await Data.SaveAsync(Lessons, folder);
            Assert.Equal(2, (await File.ReadAllLinesAsync(Path.Combine(folder, "openai.jsonl"))).Length);
            Assert.Equal(2, (await File.ReadAllLinesAsync(Path.Combine(folder, "prompt-completion.jsonl"))).Length);
            Assert.Single(await File.ReadAllLinesAsync(Path.Combine(folder, "preference.jsonl")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static JsonElement Parse(string json) => JsonElement.Parse(json);
}
