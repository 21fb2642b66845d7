using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace Dreaming.Hunting.Files;

/// <summary>A hunt as a test results file of Visual Studio and <c>dotnet test</c>, namespace <c>http://microsoft.com/schemas/VisualStudio/TeamTest/2010</c>.</summary>
public static class TrxXml
{
    private const string Namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    // Fixed by the format: the type of a unit test, the list of results that are in no list, and the list of all results.
    private const string UnitTest = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b";
    private const string NoList = "8c84fa94-04c1-424b-9868-57a2d4851a1d";
    private const string AllLists = "19431567-8539-422a-85d7-44ee4e166bda";

    /// <summary>Writes it, as UTF-8. One test a rule that was kept, one a failure; what could not be judged was not executed. A test has the same id in every hunt.</summary>
    /// <param name="file">What to write.</param>
    public static byte[] Write(HuntFile file)
    {
        var tests = HuntVerdict.Of(file.Report, file.Domain).Select(v => new Test(v, file)).ToImmutableArray();
        return XmlText.Document(xml =>
        {
            xml.WriteStartElement("TestRun", Namespace);
            xml.WriteAttributeString("id", Id("run", file.Report.Domain, Instant(file.Began)));
            xml.WriteClean("name", $"dreaming hunt {file.Report.Domain}");
            Element(xml, "Times", ("creation", Instant(file.Began)), ("queuing", Instant(file.Began)), ("start", Instant(file.Began)), ("finish", Instant(file.Ended)));
            Each(xml, "Results", tests, test => Result(xml, test, file));
            Each(xml, "TestDefinitions", tests, test => Definition(xml, test, file));
            Each(xml, "TestEntries", tests, test => Element(xml, "TestEntry", ("testId", test.TestId), ("executionId", test.ExecutionId), ("testListId", NoList)));
            xml.WriteStartElement("TestLists");
            Element(xml, "TestList", ("name", "Results Not in a List"), ("id", NoList));
            Element(xml, "TestList", ("name", "All Loaded Results"), ("id", AllLists));
            xml.WriteEndElement();
            Summary(xml, tests);
            xml.WriteEndElement();
        });
    }

    private static void Result(XmlWriter xml, Test test, HuntFile file)
    {
        xml.WriteStartElement("UnitTestResult");
        foreach (var (name, value) in new[]
        {
            ("executionId", test.ExecutionId), ("testId", test.TestId), ("testName", test.Name), ("computerName", "dreaming"), ("duration", "00:00:00.0000000"),
            ("startTime", Instant(file.Began)), ("endTime", Instant(file.Ended)), ("testType", UnitTest), ("outcome", test.Outcome), ("testListId", NoList), ("relativeResultsDirectory", test.ExecutionId),
        })
            xml.WriteClean(name, value);
        if (test.Verdict is { Failure: not null } or { NotRun: not null })
        {
            xml.WriteStartElement("Output");
            if (test.Verdict.Failure is { } failure)
            {
                xml.WriteStartElement("ErrorInfo");
                xml.WriteElementString("Message", XmlText.Of($"{HuntFile.Line(failure)}\n\n{file.Tell(failure)}"));
                xml.WriteEndElement();
            }
            else
            {
                xml.WriteElementString("StdOut", XmlText.Of(test.Verdict.NotRun!));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Definition(XmlWriter xml, Test test, HuntFile file)
    {
        xml.WriteStartElement("UnitTest");
        xml.WriteClean("name", test.Name);
        xml.WriteClean("storage", file.Report.Domain);
        xml.WriteAttributeString("id", test.TestId);
        Element(xml, "Execution", ("id", test.ExecutionId));
        Element(xml, "TestMethod", ("codeBase", file.Report.Domain), ("adapterTypeName", "dreaming://hunt"), ("className", test.Verdict.Class), ("name", test.Verdict.Name));
        xml.WriteEndElement();
    }

    private static void Summary(XmlWriter xml, ImmutableArray<Test> tests)
    {
        int Count(string outcome) => tests.Count(t => t.Outcome == outcome);
        var (failed, notExecuted) = (Count(Test.Failed), Count(Test.NotExecuted));
        xml.WriteStartElement("ResultSummary");
        xml.WriteAttributeString("outcome", failed > 0 ? Test.Failed : "Completed");
        xml.WriteStartElement("Counters");
        foreach (var (name, count) in new[]
        {
            ("total", tests.Length), ("executed", tests.Length - notExecuted), ("passed", Count(Test.Passed)), ("failed", failed), ("error", 0), ("timeout", 0), ("aborted", 0), ("inconclusive", 0),
            ("passedButRunAborted", 0), ("notRunnable", 0), ("notExecuted", notExecuted), ("disconnected", 0), ("warning", 0), ("completed", 0), ("inProgress", 0), ("pending", 0),
        })
            xml.WriteAttributeString(name, XmlConvert.ToString(count));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Each(XmlWriter xml, string name, ImmutableArray<Test> tests, Action<Test> write)
    {
        xml.WriteStartElement(name);
        foreach (var test in tests)
            write(test);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
            xml.WriteClean(attribute, value);
        xml.WriteEndElement();
    }

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);

    private static string Id(params ReadOnlySpan<string?> parts) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts!)))[..16]).ToString();

    private sealed record Test(HuntVerdict Verdict, HuntFile File)
    {
        public const string Passed = "Passed";
        public const string Failed = "Failed";
        public const string NotExecuted = "NotExecuted";

        public string Name => $"{Verdict.Class}: {Verdict.Name}";

        public string Outcome => Verdict.Failure is not null ? Failed : Verdict.NotRun is not null ? NotExecuted : Passed;

        public string TestId { get; } = Id("test", Verdict.Class, Verdict.Name, Verdict.Failure?.Cluster.Id);

        public string ExecutionId { get; } = Id("execution", Verdict.Class, Verdict.Name, Verdict.Failure?.Cluster.Id, Instant(File.Began));
    }
}
