using System.Text;
using System.Text.Json;
using Dreaming.Cli.Hosting;
using Dreaming.Cli.Scaffolding;

namespace Dreaming.Kit.Tests.Scaffolding;

public sealed class SchemaTests
{
    private const string Booking = """
        {
          "title": "Book a class",
          "description": "Books a class.\n\nAsk first.\\ \"Now\"",
          "type": "object",
          "required": ["member-id", "unit", "count", "class", "contract", "when", "people"],
          "properties": {
            "note": { "type": ["string", "null"], "maxLength": 3 },
            "member-id": { "type": "string", "pattern": "^M-\\d{3}$", "description": "Who <b>\"it\"</b> is." },
            "unit": { "enum": ["metric", "us customary", "+", "new"] },
            "count": { "type": "integer", "exclusiveMinimum": 0, "maximum": 9 },
            "class": { "type": "string", "pattern": "A|B" },
            "contract": { "type": "boolean", "default": false },
            "when": { "type": "string", "format": "date" },
            "people": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/person" } },
            "level": { "type": "string", "enum": ["low", "high"], "default": "low" },
            "price": { "type": "number", "minimum": 0.5, "multipleOf": 0.01 },
            "extra": { "type": "object", "additionalProperties": { "type": "integer" } },
            "secret": { "type": "string", "pattern": "(?=x)y" },
            "any": {}
          },
          "$defs": {
            "person": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" }, "boss": { "$ref": "#/$defs/person" } } }
          }
        }
        """;

    [Theory]
    [InlineData(true, "")]
    [InlineData(true, ""","note":null,"level":"high","price":2.5,"extra":{"a":1},"any":[1],"secret":"z" """)]
    [InlineData(false, ""","note":"long" """)]
    [InlineData(false, ""","level":"middle" """)]
    [InlineData(false, ""","price":0.1 """)]
    [InlineData(false, ""","extra":{"a":"x"} """)]
    [InlineData(false, ""","unknown":1 """)]
    public async Task What_a_schema_says_the_contract_says(bool accepted, string more)
    {
        var domain = await Compiled.LoadAsync(Scaffold.Of(Read(Booking), "class-desk", DreamingReference.Package));
        var tool = Assert.Single(domain.Tools);
        var json = $$$"""{"member-id":"M-123","unit":"us customary","count":9,"class":"xAx","contract":true,"when":"2026-03-02","people":[{"name":"Ann","boss":{"name":"Bo"}}]{{{more}}} }""";

        Assert.Equal("book_a_class", tool.Name);
        Assert.Equal(accepted, tool.Validate(Encoding.UTF8.GetBytes(json)));
    }

    [Theory]
    [InlineData("M-123", "M-12")]
    [InlineData("us customary", "imperial")]
    [InlineData(":9", ":0")]
    [InlineData("xAx", "xx")]
    [InlineData("2026-03-02", "2026-02-30")]
    [InlineData("""{"name":"Ann"}""", "{}")]
    public async Task A_constraint_of_a_schema_is_one_of_the_contract(string old, string @new)
    {
        const string Valid = """{"member-id":"M-123","unit":"us customary","count":9,"class":"xAx","contract":true,"when":"2026-03-02","people":[{"name":"Ann"}]}""";
        var tool = (await Compiled.LoadAsync(Scaffold.Of(Read(Booking), "class-desk", DreamingReference.Package))).Tools[0];

        Assert.True(tool.Validate(Encoding.UTF8.GetBytes(Valid)));
        Assert.False(tool.Validate(Encoding.UTF8.GetBytes(Valid.Replace(old, @new, StringComparison.Ordinal))));
    }

    [Fact]
    public void What_cannot_be_expressed_is_said_with_its_place()
    {
        var notes = Scaffold.Of(Read(Booking), "class-desk", DreamingReference.Package).Notes;

        Assert.Contains(notes, n => n.StartsWith("book_a_class at /properties/price: 'multipleOf' is not enforced", StringComparison.Ordinal));
        Assert.Contains(notes, n => n.StartsWith("book_a_class at /properties/secret: the pattern", StringComparison.Ordinal));
        Assert.DoesNotContain(notes, n => n.Contains("person", StringComparison.Ordinal));
        Assert.Equal(notes.Distinct(), notes);
    }

    [Theory]
    [InlineData("""[{"name":"a","description":"A.","input_schema":{"type":"object","properties":{"x":{"type":"string"}}}}]""")]
    [InlineData("""{"tools":[{"name":"a","description":"A.","inputSchema":{"type":"object"},"annotations":{"readOnlyHint":false}}]}""")]
    [InlineData("""[{"type":"function","name":"a","description":"A.","parameters":{"type":"object"}}]""")]
    [InlineData("""[{"name":"a"},{"name":"world"},{"name":"tool"},{"name":"Domain"},{"name":"string"},{"name":"class_desk"},{"name":"task"},{"name":"system"}]""")]
    public async Task Lists_of_every_form_compile(string json) =>
        Assert.NotEmpty((await Compiled.LoadAsync(Scaffold.Of(Read(json), "class-desk", DreamingReference.Package))).Tools);

    [Theory]
    [InlineData("""{"type":"integer","minimum":9,"maximum":1}""")]
    [InlineData("""{"type":"number","minimum":9,"maximum":1}""")]
    [InlineData("""{"type":"string","minLength":9,"maxLength":1}""")]
    [InlineData("""{"type":"array","minItems":9,"maxItems":1}""")]
    [InlineData("""{"type":"integer","minimum":1,"default":0}""")]
    [InlineData("""{"type":"integer","minimum":79000000000000000000000000000}""")]
    [InlineData("""{"type":"number","minimum":1,"exclusiveMaximum":1}""")]
    [InlineData("""{"enum":[1,2],"maximum":0}""")]
    [InlineData("""{"enum":[1,2],"default":3}""")]
    [InlineData("""{"type":"integer","not":{"const":3},"default":3}""")]
    [InlineData("""{"type":"string","format":"email","default":"nobody"}""")]
    [InlineData("""{"enum":["a",1]}""")]
    [InlineData("""{"enum":["a"],"not":{"enum":["a"]}}""")]
    [InlineData("""{"type":"string","maxLength":2,"default":"abc"}""")]
    [InlineData("""{"type":"string","pattern":"^a$","default":"b"}""")]
    [InlineData("""{"enum":["a","b"],"default":"c"}""")]
    public async Task What_contradicts_itself_is_left_out_aloud(string schema)
    {
        var scaffold = Scaffold.Of(Read("""[{"name":"a__b_","x-mutates-state":true,"parameters":{"type":"object","properties":{"x":SCHEMA}}}]""".Replace("SCHEMA", schema, StringComparison.Ordinal)), "class-desk", DreamingReference.Package);

        Assert.Contains(scaffold.Notes, n => n.StartsWith("a__b_ at /properties/x: ", StringComparison.Ordinal));
        Assert.NotEmpty((await Compiled.LoadAsync(scaffold)).Tools);
    }

    [Theory]
    [InlineData("[]", "is empty")]
    [InlineData("3", "holds no tools")]
    [InlineData("""{"a":1}""", "holds no tools")]
    [InlineData("[{}]", "tool 1 has no name")]
    [InlineData("[3]", "tool 1 has no name")]
    [InlineData("""[{"name":"a-b"},{"name":"a_b"}]""", "Two tools are called 'a_b'")]
    public void A_list_that_cannot_be_read_is_one_sentence_and_bad_input(string json, string said)
    {
        var error = Assert.Throws<CliException>(() => Scaffold.Of(Read(json), "class-desk", DreamingReference.Package));

        Assert.Equal(2, error.ExitCode);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData(null)]
    public async Task A_file_that_is_missing_or_no_JSON_is_bad_input(string? text)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        if (text is not null)
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<CliException>(() => ToolListReader.ReadAsync(path, TestContext.Current.CancellationToken));
        File.Delete(path);

        Assert.Equal(2, error.ExitCode);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ToolDeclaration> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ToolListReader.Read(document.RootElement.Clone(), "tools.json");
    }
}
