using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Cloakroom;
using Dreaming.Hunting.Files;
using Microsoft.Extensions.AI;

namespace Dreaming.Hunting.Tests;

/// <summary>The files hold what their formats ask for, whatever an agent says.</summary>
public sealed class FileTests
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    [Fact]
    public async Task JUnit_has_a_failing_case_for_each_failure_and_a_passing_one_for_each_rule_that_was_kept()
    {
        var file = await FileAsync(new DeafClerk());
        var suites = Xml(JUnitXml.Write(file)).Root!;
        var suite = Assert.Single(suites.Elements("testsuite"));
        var cases = suite.Elements("testcase").ToList();

        Assert.Equal("testsuites", suites.Name.LocalName);
        Assert.Equal($"{cases.Count}", suite.Attribute("tests")!.Value);
        Assert.Equal("1", suite.Attribute("failures")!.Value);
        var failing = Assert.Single(cases, c => c.Element("failure") is not null);
        Assert.Equal("cloakroom.invariant.reported-coats-stay", failing.Attribute("classname")!.Value);
        Assert.Equal("hand_out", failing.Attribute("name")!.Value);
        Assert.Contains("told", failing.Element("failure")!.Value);
        Assert.Contains(cases, c => c.Attribute("classname")!.Value == "cloakroom.constraint.looked-up-first" && !c.HasElements);
    }

    [Fact]
    public async Task Trx_links_results_definitions_and_entries_and_counts_them()
    {
        var run = Xml(TrxXml.Write(await FileAsync(new DeafClerk()))).Root!;
        var results = run.Element(Trx + "Results")!.Elements(Trx + "UnitTestResult").ToList();
        var definitions = run.Element(Trx + "TestDefinitions")!.Elements(Trx + "UnitTest").ToDictionary(d => d.Attribute("id")!.Value, d => d.Element(Trx + "Execution")!.Attribute("id")!.Value);
        var entries = run.Element(Trx + "TestEntries")!.Elements(Trx + "TestEntry").Select(e => (e.Attribute("testId")!.Value, e.Attribute("executionId")!.Value)).ToHashSet();
        var lists = run.Element(Trx + "TestLists")!.Elements(Trx + "TestList").Select(l => l.Attribute("id")!.Value).ToHashSet();
        var counters = run.Element(Trx + "ResultSummary")!.Element(Trx + "Counters")!;

        Assert.Equal(Trx + "TestRun", run.Name);
        Assert.Equal(["Times", "Results", "TestDefinitions", "TestEntries", "TestLists", "ResultSummary"], run.Elements().Select(e => e.Name.LocalName));
        Assert.Equal(results.Count, definitions.Count);
        Assert.All(results, r =>
        {
            var (test, execution) = (r.Attribute("testId")!.Value, r.Attribute("executionId")!.Value);
            Assert.Equal(execution, definitions[test]);
            Assert.Contains((test, execution), entries);
            Assert.Contains(r.Attribute("testListId")!.Value, lists);
            Assert.True(Guid.TryParse(test, out _) && Guid.TryParse(execution, out _));
        });
        Assert.Equal("Failed", run.Element(Trx + "ResultSummary")!.Attribute("outcome")!.Value);
        Assert.Equal($"{results.Count}", counters.Attribute("total")!.Value);
        Assert.Equal("1", counters.Attribute("failed")!.Value);
        var failed = Assert.Single(results, r => r.Attribute("outcome")!.Value == "Failed");
        Assert.Contains("told", failed.Element(Trx + "Output")!.Element(Trx + "ErrorInfo")!.Element(Trx + "Message")!.Value);
    }

    [Fact]
    public async Task Sarif_names_rules_places_and_fingerprints()
    {
        var file = await FileAsync(new DeafClerk());
        using var json = JsonDocument.Parse(SarifJson.Write(file));
        var run = Assert.Single(json.RootElement.GetProperty("runs").EnumerateArray());
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        var result = Assert.Single(run.GetProperty("results").EnumerateArray());

        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        Assert.All(rules, r => Assert.False(string.IsNullOrEmpty(r.GetProperty("help").GetProperty("text").GetString())));
        Assert.Equal("rule/reported-coats-stay", result.GetProperty("ruleId").GetString());
        Assert.Equal("rule/reported-coats-stay", rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Equal("error", result.GetProperty("level").GetString());
        Assert.Equal("fetch-coat", result.GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("name").GetString());
        Assert.Equal("a%20b/c.json", result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(file.Report.Failures[0].Cluster.Id, result.GetProperty("partialFingerprints").GetProperty("dreamingCluster/v1").GetString());
    }

    [Fact]
    public async Task What_could_not_be_judged_is_skipped_and_no_rule_is_said_to_hold()
    {
        var file = await FileAsync(new Unplugged());
        var cases = Xml(JUnitXml.Write(file)).Descendants("testcase").ToList();
        var outcomes = Xml(TrxXml.Write(file)).Descendants(Trx + "UnitTestResult").Select(r => r.Attribute("outcome")!.Value);

        Assert.All(cases, c => Assert.NotNull(c.Element("skipped")));
        Assert.Contains(cases, c => c.Attribute("name")!.Value == nameof(Owner.Infrastructure));
        Assert.All(outcomes, o => Assert.Equal("NotExecuted", o));
    }

    [Theory]
    [InlineData(typeof(Thrower))]
    [InlineData(typeof(Flooder))]
    public async Task Hostile_text_breaks_no_file(Type agent)
    {
        var file = await FileAsync((IChatClient)Activator.CreateInstance(agent)!, f => f.Shrunk.Smallest.Rollout.Trajectory.LastAgentText + f.Cluster.Rule.Because + "]]>\uDC00\u0001\uFFFE");

        Assert.NotNull(Xml(JUnitXml.Write(file)).Root);
        Assert.NotNull(Xml(TrxXml.Write(file)).Root);
        using var sarif = JsonDocument.Parse(SarifJson.Write(file));
    }

    // Attributes cannot hold half a pair, so that the cases stand here.
    [Fact]
    public void Characters_that_xml_cannot_hold_are_written_as_their_numbers()
    {
        foreach (var (text, clean) in new[]
        {
            ("\u0001", "\\u0001"), ("\uD800", "\\uD800"), ("\uDC00a", "\\uDC00a"), ("\uFFFE", "\\uFFFE"), ("\U0001F600 ]]> <&", "\U0001F600 ]]> <&"), ("a\tb\nc", "a\tb\nc"),
        })
            Assert.Equal(clean, XmlText.Of(text));
        Assert.True(XmlText.Of(new string('x', 1_000_000)).Length < 200_000);
    }

    private static async Task<HuntFile> FileAsync(IChatClient agent, Func<HuntedFailure, string>? tell = null) => new()
    {
        Report = await Hunts.RunAsync(agent, Hunts.Small with { Dreams = 48, ShrinkRollouts = 10 }),
        Domain = CloakroomDomain.Instance,
        Tell = tell ?? (_ => "told"),
        KeptIn = _ => "a b/c.json",
        Began = DateTimeOffset.UnixEpoch,
        Ended = DateTimeOffset.UnixEpoch.AddSeconds(2),
    };

    private static XDocument Xml(byte[] utf8) => XDocument.Parse(Encoding.UTF8.GetString(utf8));
}
