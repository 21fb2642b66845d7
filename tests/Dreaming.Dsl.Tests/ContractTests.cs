using System.Text.Json.Nodes;
using Dreaming.Contracts;
using Dreaming.Dsl.Tests.Domain;

namespace Dreaming.Dsl.Tests;

public class ContractTests
{
    [Fact]
    public void A_tool_knows_what_was_declared()
    {
        var tool = PlaceOrder.Contract;
        Assert.Equal(("place_order", "Places an order.", Effect.Write), (tool.Name, tool.Description, tool.Effect));
        Assert.Equal([ToolFault.Timeout, ToolFault.Outage], tool.Faults);
        Assert.Equal(typeof(PlaceOrder), tool.CallType);
        Assert.Equal(["prescription_id", "days_supply", "urgency", "items", "ship_to", "birth_date", "copies", "note"], tool.Parameters.Select(p => p.Name));
        var id = tool.Parameters[0];
        Assert.Equal((ValueKind.String, @"RX-\d{6}", "The prescription.", true), (id.Kind, id.Pattern, id.Description, id.Required));
        Assert.Equal(["RX-100001"], id.Examples);
        Assert.Equal((1m, 90m), (tool.Parameters[1].Minimum, tool.Parameters[1].Maximum));
        Assert.Equal(["Routine", "same_day", "Emergency"], tool.Parameters[2].Allowed);
        Assert.Equal((1, 3, ValueKind.String), (tool.Parameters[3].MinLength, tool.Parameters[3].MaxLength, tool.Parameters[3].Element!.Kind));
        Assert.Equal(["street", "zip", "note"], tool.Parameters[4].Members.Select(m => m.Name));
        Assert.True(tool.Parameters[5].Sensitive);
        Assert.Equal((false, false), (tool.Parameters[6].Required, tool.Parameters[6].Nullable));
        Assert.Equal((false, true), (tool.Parameters[7].Required, tool.Parameters[7].Nullable));
        Assert.Equal(["order_id", "price", "stops", "remark"], tool.Result.Members.Select(m => m.Name));
    }

    [Fact]
    public void The_schema_says_the_same_as_the_contract() => Assert.True(JsonNode.DeepEquals(
        JsonNode.Parse("""
            {
              "type": "object",
              "properties": {
                "prescription_id": { "type": "string", "description": "The prescription.", "pattern": "^(?:RX-\\d{6})$", "examples": ["RX-100001"] },
                "days_supply": { "type": "integer", "minimum": 1, "maximum": 90 },
                "urgency": { "type": "string", "enum": ["Routine", "same_day", "Emergency"] },
                "items": { "type": "array", "minItems": 1, "maxItems": 3, "items": { "type": "string" } },
                "ship_to": {
                  "type": "object",
                  "properties": { "street": { "type": "string" }, "zip": { "type": "string", "pattern": "^(?:\\d{5})$" }, "note": { "type": ["string", "null"] } },
                  "required": ["street", "zip"],
                  "additionalProperties": false
                },
                "birth_date": { "type": "string", "format": "date" },
                "copies": { "type": "integer" },
                "note": { "type": ["string", "null"] }
              },
              "required": ["prescription_id", "days_supply", "urgency", "items", "ship_to", "birth_date"],
              "additionalProperties": false
            }
            """),
        JsonNode.Parse(PlaceOrder.Contract.ParametersSchema)));

    [Fact]
    public void The_hash_of_the_contracts_is_stable() =>
        Assert.Matches("^[0-9a-f]{16}$", SampleDeskDomain.Instance.ContractHash);
}
