using System.Text;
using System.Text.Json;
using Dreaming.Cli.Scaffolding;

namespace Dreaming.Kit.Tests.Scaffolding;

/// <summary>Lengths of time, addresses, sets, choices among numbers, unions and records that hold themselves.</summary>
public sealed class ModernSchemaTests
{
    [Theory]
    [InlineData("""{"type":"string","format":"duration"}""", "\"PT1H30M\"", "\"01:30:00\"")]
    [InlineData("""{"type":"string","format":"uri"}""", "\"https://example.org/a\"", "\"example.org/a\"")]
    [InlineData("""{"type":"string","format":"email","maxLength":9}""", "\"a@b.org\"", "\"abc.org\"")]
    [InlineData("""{"type":"string","format":"email","maxLength":9}""", "\"a@b.org\"", "\"abcdef@b.org\"")]
    [InlineData("""{"type":"string","format":"url"}""", "\"ftp://example.org\"", "\"mailto:a@b\"")]
    [InlineData("""{"type":"string","contentEncoding":"base64"}""", "\"YQ==\"", "\"YQ\"")]
    [InlineData("""{"type":"string","format":"byte"}""", "\"YQ==\"", "\"Y\"")]
    [InlineData("""{"type":"number","exclusiveMinimum":0,"maximum":1}""", "1", "0")]
    [InlineData("""{"type":"number","minimum":0,"exclusiveMaximum":1}""", "0", "1")]
    [InlineData("""{"type":"number","minimum":0,"exclusiveMinimum":true,"maximum":1}""", "0.5", "0")]
    [InlineData("""{"type":"number","minimum":0.5,"exclusiveMinimum":0.25,"maximum":1}""", "0.5", "0.4")]
    [InlineData("""{"type":"integer","minimum":0,"exclusiveMinimum":true,"maximum":9}""", "1", "0")]
    [InlineData("""{"enum":[1,2,5]}""", "5", "3")]
    [InlineData("""{"type":"integer","enum":[1,5000000000,null]}""", "5000000000", "2")]
    [InlineData("""{"type":"integer","enum":[1,5000000000,null]}""", "null", "0")]
    [InlineData("""{"type":"number","enum":[0.5,2],"default":2}""", "0.5", "1")]
    [InlineData("""{"enum":[1,2,3],"maximum":2}""", "2", "3")]
    [InlineData("""{"const":7}""", "7", "8")]
    [InlineData("""{"type":"string","not":{"enum":["root","admin"]}}""", "\"ann\"", "\"root\"")]
    [InlineData("""{"type":"integer","minimum":0,"maximum":9,"not":{"const":3}}""", "4", "3")]
    [InlineData("""{"type":"number","not":{"enum":[0]}}""", "0.5", "0")]
    [InlineData("""{"enum":["a","b","c"],"not":{"const":"b"}}""", "\"a\"", "\"b\"")]
    [InlineData("""{"type":"array","items":{"type":"string"},"uniqueItems":true,"maxItems":2}""", "[\"a\",\"b\"]", "[\"a\",\"a\"]")]
    [InlineData("""{"type":"array","items":{"type":"array","items":{"type":"integer"},"uniqueItems":true}}""", "[[1,2],[1]]", "[[1,1]]")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"array","items":{"enum":["x","y"]},"uniqueItems":true}}""", "{\"k\":[\"x\",\"y\"]}", "{\"k\":[\"x\",\"x\"]}")]
    public async Task A_constraint_of_a_schema_is_one_of_the_contract(string schema, string accepted, string refused)
    {
        var (domain, _) = await Domain("""{"required":["x"],"properties":{"x":""" + schema + "}}");

        Assert.True(Accepts(domain, $$"""{"x":{{accepted}}}"""));
        Assert.False(Accepts(domain, $$"""{"x":{{refused}}}"""));
    }

    private const string Tree = """
        {
          "required": ["root"], "properties": { "root": { "$ref": "#/$defs/node" } },
          "$defs": { "node": { "type": "object", "required": ["name", "children"], "properties": {
            "name": { "type": "string" }, "children": { "type": "array", "items": { "$ref": "#/$defs/node" } }, "twin": { "$ref": "#/$defs/node" } } } }
        }
        """;

    [Theory]
    [InlineData("""{"root":{"name":"a","children":[]}}""", true)]
    [InlineData("""{"root":{"name":"a","children":[{"name":"b","children":[],"twin":{"name":"c","children":[]}}]}}""", true)]
    [InlineData("""{"root":{"name":"a","children":[{"name":"b","children":[],"twin":{"name":3,"children":[]}}]}}""", false)]
    public async Task A_record_that_holds_itself_is_one_at_every_depth(string document, bool accepted)
    {
        var (domain, scaffold) = await Domain(Tree);

        Assert.Equal(accepted, Accepts(domain, document));
        Assert.DoesNotContain(scaffold.Notes, n => n.Contains("itself", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"a":{"type":"object","required":["b"],"properties":{"b":{"$ref":"#/$defs/a"}}}}""")]
    [InlineData("""{"a":{"type":"object","required":["b"],"properties":{"b":{"$ref":"#/$defs/b"}}},"b":{"type":"object","required":["a"],"properties":{"a":{"$ref":"#/$defs/a"}}}}""")]
    [InlineData("""{"a":{"$ref":"#/$defs/a"}}""")]
    [InlineData("""{"a":{"type":"array","items":{"$ref":"#/$defs/a"}}}""")]
    [InlineData("""{"a":{"anyOf":[{"$ref":"#/$defs/a"},{"type":"null"}]}}""")]
    public async Task What_never_ends_is_left_out_aloud(string definitions)
    {
        var (_, scaffold) = await Domain("""{"required":["x"],"properties":{"x":{"$ref":"#/$defs/a"}},"$defs":""" + definitions + "}");

        Assert.Contains(scaffold.Notes, n => n.Contains("end", StringComparison.Ordinal));
    }

    private const string ByConstant = """
        {
          "required": ["payment"], "properties": { "payment": { "$ref": "#/$defs/payment" }, "tip": { "oneOf": [{ "$ref": "#/$defs/payment" }, { "type": "null" }] } },
          "$defs": {
            "payment": { "oneOf": [{ "$ref": "#/$defs/card" }, { "$ref": "#/$defs/voucher" }, { "$ref": "#/$defs/split" }] },
            "card": { "type": "object", "required": ["kind", "last_four"], "properties": { "kind": { "const": "card" }, "last_four": { "type": "string", "pattern": "^\\d{4}$" } } },
            "voucher": { "type": "object", "required": ["kind", "code"], "properties": { "kind": { "enum": ["voucher"] }, "code": { "type": "string" } } },
            "split": { "type": "object", "required": ["kind", "parts"], "properties": { "kind": { "const": "split" }, "parts": { "type": "array", "items": { "$ref": "#/$defs/payment" } } } }
          }
        }
        """;

    private const string ByMapping = """
        {
          "required": ["payment"],
          "properties": { "payment": { "discriminator": { "propertyName": "kind", "mapping": { "card": "#/$defs/CardPayment" } }, "oneOf": [{ "$ref": "#/$defs/CardPayment" }, { "$ref": "#/$defs/voucher" }] } },
          "$defs": {
            "CardPayment": { "type": "object", "required": ["kind", "last_four"], "properties": { "kind": { "type": "string" }, "last_four": { "type": "string", "pattern": "^\\d{4}$" } } },
            "voucher": { "type": "object", "properties": { "kind": { "type": "string" }, "code": { "type": "string" } } }
          }
        }
        """;

    [Theory]
    [InlineData(ByConstant, """{"payment":{"kind":"card","last_four":"1234"}}""", true)]
    [InlineData(ByConstant, """{"payment":{"kind":"card","last_four":"12345"}}""", false)]
    [InlineData(ByConstant, """{"payment":{"kind":"voucher","last_four":"1234"}}""", false)]
    [InlineData(ByConstant, """{"payment":{"kind":"cash"}}""", false)]
    [InlineData(ByConstant, """{"payment":{"kind":"split","parts":[{"kind":"voucher","code":"x"},{"kind":"split","parts":[]}]},"tip":null}""", true)]
    [InlineData(ByConstant, """{"payment":{"kind":"voucher","code":"x"},"tip":{"kind":"card","last_four":"1"}}""", false)]
    [InlineData(ByMapping, """{"payment":{"kind":"card","last_four":"1234"}}""", true)]
    [InlineData(ByMapping, """{"payment":{"kind":"voucher","code":"x"}}""", true)]
    [InlineData(ByMapping, """{"payment":{"kind":"CardPayment","last_four":"1234"}}""", false)]
    public async Task Alternatives_that_a_member_tells_apart_are_a_closed_union(string schema, string document, bool accepted)
    {
        var (domain, scaffold) = await Domain(schema);

        Assert.Equal(accepted, Accepts(domain, document));
        Assert.DoesNotContain(scaffold.Notes, n => n.Contains("any JSON", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"oneOf":[{"type":"object","properties":{"kind":{"const":"a"}}},{"type":"string"}]}""", "no member tells apart")]
    [InlineData("""{"oneOf":[{"type":"object","properties":{"kind":{"const":"a"}}},{"type":"object","properties":{"kind":{"const":"a"}}}]}""", "no member tells apart")]
    [InlineData("""{"type":"array","items":{"type":"object","properties":{"a":{"type":"string"}}},"uniqueItems":true}""", "'uniqueItems' is enforced for lists of scalars only")]
    [InlineData("""{"type":"string","not":{"pattern":"a"}}""", "'not' is not enforced")]
    [InlineData("""{"type":"boolean","not":{"const":true}}""", "'not' is not enforced")]
    [InlineData("""{"type":"string","format":"hostname"}""", "the format 'hostname' is not enforced")]
    [InlineData("""{"type":"string","format":"uri","maxLength":9}""", "'maxLength' is not enforced beside the format 'uri'")]
    [InlineData("""{"type":"string","contentEncoding":"base32"}""", "the encoding 'base32' is not enforced")]
    [InlineData("""{"type":"string","format":"duration"}""", "years, months and weeks are refused")]
    [InlineData("""{"type":"array","items":{"type":"string","format":"email"}}""", "EmailAddress does not stand on the items of a list")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string","maxLength":2}}""", "MaxLength(2) does not stand on the values of a dictionary")]
    public async Task What_cannot_be_expressed_is_said_with_its_place(string schema, string said)
    {
        var (_, scaffold) = await Domain("""{"properties":{"x":""" + schema + "}}");

        Assert.Contains(scaffold.Notes, n => n.StartsWith("a at /properties/x", StringComparison.Ordinal) && n.Contains(said, StringComparison.Ordinal));
    }

    private static bool Accepts(Contracts.DomainManifest domain, string document) => domain.Tools[0].Validate(Encoding.UTF8.GetBytes(document));

    private static async Task<(Contracts.DomainManifest Domain, Scaffold Scaffold)> Domain(string parameters)
    {
        using var document = JsonDocument.Parse($$"""[{"name":"a","description":"A.","parameters":{{parameters}}}]""");
        var scaffold = Scaffold.Of(ToolListReader.Read(document.RootElement.Clone(), "tools.json"), "class-desk", DreamingReference.Package);
        return (await Compiled.LoadAsync(scaffold), scaffold);
    }
}
