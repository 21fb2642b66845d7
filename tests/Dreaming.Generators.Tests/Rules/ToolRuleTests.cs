using Dreaming.Generators.Tests.Harness;

namespace Dreaming.Generators.Tests.Rules;

public class ToolRuleTests
{
    private static Task Finds(string source, params string[] expected) => AnalyzerHarness.Finds(SourceFiles.Of(source), expected);

    private static Task FindsInParameter(string parameter, params string[] expected) =>
        Finds($"[Tool(\"t\", \"T.\")] public partial record T({parameter}) : ITool<bool>;", expected);

    [Fact]
    public Task A_right_domain_is_left_alone() => AnalyzerHarness.Finds(Samples.All);

    [Fact]
    public Task A_tool_must_implement_ITool() =>
        Finds("[Tool(\"t\", \"T.\")] public partial record T(int X);", "DRM3001 at T");

    [Theory]
    [InlineData("object X", "DRM3002 at X")]
    [InlineData("DateTime X", "DRM3002 at X")]
    [InlineData("Dictionary<int, string> X", "DRM3002 at X")]
    [InlineData("ImmutableArray<Version> X", "DRM3002 at X")]
    [InlineData("HashSet<JsonElement> X", "DRM3002 at X")]
    [InlineData("HashSet<string?> X", "DRM3002 at X")]
    [InlineData("ImmutableArray<Uri> X, TimeSpan? Y, HashSet<string> Z, ImmutableHashSet<int> U, IReadOnlySet<DateOnly> V")]
    [InlineData("Guid X, TimeOnly? Y, JsonElement Z")]
    public Task A_member_must_have_a_type_that_a_contract_can_describe(string parameter, params string[] expected) => FindsInParameter(parameter, expected);

    [Fact]
    public async Task A_record_without_Data_is_named_as_what_is_missing()
    {
        var found = Assert.Single(await AnalyzerHarness.Diagnostics(SourceFiles.Of("public record P(int X); [Tool(\"t\", \"T.\")] public partial record T(P Place) : ITool<bool>;")));
        Assert.Contains("mark the record 'P' with [Data]", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_result_must_have_a_type_that_a_contract_can_describe() =>
        Finds("[Tool(\"t\", \"T.\")] public partial record T : ITool<object>;", "DRM3002 at T");

    [Theory]
    [InlineData("[Data] public partial record Node(Node Next);", "DRM3002 at Node")]
    [InlineData("[Data] public partial record Node(string Name, ImmutableArray<Node> Children);")]
    [InlineData("[Data] public partial record Node(Node? Next);")]
    public Task A_record_that_contains_itself_comes_to_an_end(string source, params string[] expected) => Finds(source, expected);

    [Fact]
    public Task What_is_refused_takes_nothing_else_with_it_that_compiles() => AnalyzerHarness.Finds(
        Samples.All.Replace("string Street", "object Street"), "DRM3002 at Street", "DRM3002 at Ship", "DRM3002 at To");

    [Theory]
    [InlineData("[Data] public partial record A(B Next); [Data] public partial record B(A Next);", "DRM3002 at A", "DRM3002 at B")]
    [InlineData("[Data] public partial record A(B? Next); [Data] public partial record B(A? Next);")]
    public Task Records_that_contain_each_other_come_to_an_end(string source, params string[] expected) => Finds(source, expected);

    [Fact]
    public Task Two_tools_cannot_have_one_name() => Finds(
        "[Tool(\"t\", \"A.\")] public partial record A : ITool<bool>; [Tool(\"t\", \"B.\")] public partial record B : ITool<bool>;",
        "DRM3003 at Tool(\"t\", \"B.\")");

    [Fact]
    public Task A_sandbox_handles_every_tool() =>
        AnalyzerHarness.Finds(Samples.All.Replace("public ToolOutcome<IReadOnly", "internal ToolOutcome<IReadOnly"), "DRM3004 at Depot");

    [Theory]
    [InlineData("[Range(9, 1)] int X", "DRM3005 at X")]
    [InlineData("[Range(0.2, 0.1)] double X", "DRM3005 at X")]
    [InlineData("[Length(3, 2)] string X", "DRM3005 at X")]
    [InlineData("[MinLength(3), MaxLength(2)] string[] X", "DRM3005 at X")]
    [InlineData("[Range(300, 400)] byte X", "DRM3005 at X")]
    [InlineData("[Range(0.5, 0.5, MaximumIsExclusive = true)] double X", "DRM3005 at X")]
    [InlineData("[Range(1, 2, MinimumIsExclusive = true, MaximumIsExclusive = true)] int X", "DRM3005 at X")]
    [InlineData("[Range(1, 1)] int X")]
    [InlineData("[Length(2, 2)] string X")]
    public Task Bounds_leave_room_for_a_value(string parameter, params string[] expected) => FindsInParameter(parameter, expected);

    [Theory]
    [InlineData("(", "DRM3006 at X")]
    [InlineData("a(?=b)", "DRM3006 at X")]
    [InlineData("(a)\\1", "DRM3006 at X")]
    [InlineData("(?:a|b)+")]
    [InlineData("\\(\\?=\\)")]
    [InlineData("(?<name>a)")]
    [InlineData("[](?=]")]
    [InlineData("[(?=]")]
    public Task A_pattern_can_be_matched_in_linear_time(string pattern, params string[] expected) =>
        FindsInParameter($"[RegularExpression(@\"{pattern}\")] string X", expected);

    [Fact]
    public Task A_handler_returns_what_its_tool_declares() =>
        AnalyzerHarness.Finds(Samples.All.Replace("ITool<IReadOnlyDictionary<string, Address>>", "ITool<Address>"), "DRM3007 at Handle");

    [Fact]
    public Task Two_members_cannot_have_one_JSON_name() =>
        FindsInParameter("int TheKey, [property: JsonPropertyName(\"the_key\")] int Other", "DRM3008 at Other");

    [Theory]
    [InlineData("Ship", "DRM3009 at Tool(\"Ship\", \"T.\")")]
    [InlineData("ship-it", "DRM3009 at Tool(\"ship-it\", \"T.\")")]
    [InlineData("", "DRM3009 at Tool(\"\", \"T.\")")]
    [InlineData("ship_2")]
    public Task A_tool_name_is_snake_case(string name, params string[] expected) =>
        Finds($"[Tool(\"{name}\", \"T.\")] public partial record T : ITool<bool>;", expected);

    [Theory]
    [InlineData("[Example(\"RX-1\"), RegularExpression(@\"RX-\\d{6}\")] string X", "DRM3010 at Example(\"RX-1\")")]
    [InlineData("[Example(\"0\"), Range(1, 9)] int X", "DRM3010 at Example(\"0\")")]
    [InlineData("[Example(\"one\")] int X", "DRM3010 at Example(\"one\")")]
    [InlineData("[Example(\"2026-02-30\")] DateOnly X", "DRM3010 at Example(\"2026-02-30\")")]
    [InlineData("[Example(\"Blue\")] ConsoleKey X", "DRM3010 at Example(\"Blue\")")]
    [InlineData("[Example(\"abc\"), MaxLength(2)] string X", "DRM3010 at Example(\"abc\")")]
    [InlineData("[Example(\"c\"), AllowedValues(\"a\", \"b\")] string X", "DRM3010 at Example(\"c\")")]
    [InlineData("[Example(\"01:00:00\")] TimeSpan X", "DRM3010 at Example(\"01:00:00\")")]
    [InlineData("[Example(\"page\")] Uri X", "DRM3010 at Example(\"page\")")]
    [InlineData("[Example(\"me\"), EmailAddress] string X", "DRM3010 at Example(\"me\")")]
    [InlineData("[Example(\"0\"), Range(0.0, 1.0, MinimumIsExclusive = true)] double X", "DRM3010 at Example(\"0\")")]
    [InlineData("[Example(\"3\"), AllowedValues(1, 2)] int X", "DRM3010 at Example(\"3\")")]
    [InlineData("[Example(\"3\"), DeniedValues(3)] int X", "DRM3010 at Example(\"3\")")]
    [InlineData("[Example(\"PT1H\")] TimeSpan X, [Example(\"https://a.org/b\")] Uri Y, [Example(\"a@b\"), EmailAddress] string Z")]
    [InlineData("[Example(\"ab\"), Example(\"a\"), MaxLength(2)] string X")]
    [InlineData("[Example(\"2026-02-28\")] DateOnly X")]
    public Task An_example_fits_its_contract(string parameter, params string[] expected) => FindsInParameter(parameter, expected);

    [Theory]
    [InlineData("[Range(1, 2)] string X", "DRM3011 at Range(1, 2)")]
    [InlineData("[RegularExpression(\"a\")] int X", "DRM3011 at RegularExpression(\"a\")")]
    [InlineData("[MaxLength(2)] int X", "DRM3011 at MaxLength(2)")]
    [InlineData("[StringLength(2)] string[] X", "DRM3011 at StringLength(2)")]
    [InlineData("[AllowedValues(1, 2)] bool X", "DRM3011 at AllowedValues(1, 2)")]
    [InlineData("[AllowedValues(1, 2.5)] int X", "DRM3011 at AllowedValues(1, 2.5)")]
    [InlineData("[DeniedValues(1)] string X", "DRM3011 at DeniedValues(1)")]
    [InlineData("[EmailAddress] int X", "DRM3011 at EmailAddress")]
    [InlineData("[Url, Base64String] string X", "DRM3011 at Base64String")]
    [InlineData("[UniqueItems] string X", "DRM3011 at UniqueItems")]
    [InlineData("[UniqueItems] HashSet<string> X", "DRM3011 at UniqueItems")]
    [InlineData("[UniqueItems] JsonElement[] X", "DRM3011 at UniqueItems")]
    [InlineData("[AllowedValues(1, 2)] int X, [DeniedValues(0.5)] double Y, [DeniedValues(\"a\")] string Z")]
    [InlineData("[EmailAddress] string X, [Url] string Y, [Base64String] string Z, [UniqueItems] string[] U")]
    [InlineData("[Range(0.0, 1.0, MinimumIsExclusive = true)] double X")]
    [InlineData("[Range(0, 9, MinimumIsExclusive = true)] int X")]
    public Task A_constraint_applies_to_its_type(string parameter, params string[] expected) => FindsInParameter(parameter, expected);
}
