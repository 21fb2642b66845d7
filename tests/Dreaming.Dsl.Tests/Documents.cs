using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dreaming.Contracts;
using Dreaming.Dsl.Tests.Domain;

namespace Dreaming.Dsl.Tests;

/// <summary>Valid documents to bend.</summary>
internal static class Documents
{
    public const string PlaceOrder = """
        {"prescription_id":"RX-100001","days_supply":30,"urgency":"same_day","items":["a"],"ship_to":{"street":"Long Lane","zip":"12345"},"birth_date":"1970-01-02"}
        """;

    public const string Everything = """
        {"flag":true,"tiny":255,"signed":-128,"small":-32768,"port":65535,"whole":5,"count":0,"big":-9223372036854775808,"huge":9007199254740993,
        "ratio":0.1,"factor":2.5,"price":0.01,"day":"2024-02-29","clock":"23:59:59.5","when":"2024-02-29T23:59:59+01:00","id":"123e4567-e89b-12d3-a456-426614174000",
        "color":"red","words":["a","\u00e9"],"numbers":[1,2],"urgencies":["Routine"],"counts":{"a":1,"b":2},"addresses":{"home":{"street":"s","zip":"00000","note":"n"}},
        "notes":{"a":null},"prices":{"x":[1.5,2]},"anything":{"deep":[1,{"er":null}]},"patient":{"value":"PT-000001"},"maybe":null,"maybe_urgency":null,"maybe_patient":null,
        "holes":[1,null],"sure":true}
        """;

    public static string Valid(ToolContract tool) => tool.Name switch
    {
        "place_order" => PlaceOrder,
        "everything" => Everything,
        "look_up" => """{"key":"abc"}""",
        "list_all" => "{}",
        "book_room" => """{"from":"2026-03-02","to":"2026-03-05","guests":2,"beds":2}""",
        _ => throw new ArgumentOutOfRangeException(nameof(tool), tool.Name, "There is no valid document for this tool."),
    };

    /// <summary>A valid document with another value for one member.</summary>
    public static string With(ToolContract tool, string member, string json)
    {
        var document = JsonNode.Parse(Valid(tool))!.AsObject();
        document[member] = JsonNode.Parse(json);
        return document.ToJsonString();
    }

    /// <summary>A valid document without one member.</summary>
    public static string Without(ToolContract tool, string member)
    {
        var document = JsonNode.Parse(Valid(tool))!.AsObject();
        document.Remove(member);
        return document.ToJsonString();
    }

    /// <summary>The violations, each as <c>/pointer rule</c>. With and without a sink the verdict is the same.</summary>
    public static string[] Violations(ToolContract tool, string json) => Violations(tool, Encoding.UTF8.GetBytes(json));

    public static string[] Violations(ToolContract tool, byte[] utf8)
    {
        var violations = new List<Violation>();
        var valid = tool.Validate(utf8, violations);
        Assert.Equal(valid, violations.Count == 0);
        Assert.Equal(valid, tool.Validate(utf8));
        return [.. violations.Select(v => $"{v.Pointer} {v.Rule}")];
    }

    public static string Write(ToolContract tool, object call)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            tool.WriteCall(writer, call);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static ToolContract Tool(string name) => SampleDeskDomain.Instance.FindTool(name)!;

    public static TheoryData<string> ToolNames => [.. SampleDeskDomain.Instance.Tools.Select(t => t.Name)];
}
