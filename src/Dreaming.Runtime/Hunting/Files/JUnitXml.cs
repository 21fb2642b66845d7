using System.Globalization;
using System.Xml;

namespace Dreaming.Hunting.Files;

/// <summary>A hunt as JUnit XML, in the form that Jenkins, GitLab and GitHub actions read: <c>testsuites/testsuite/testcase</c> with <c>failure</c> or <c>skipped</c>.</summary>
public static class JUnitXml
{
    /// <summary>Writes it, as UTF-8. One test case a rule that was kept, one a failure; what could not be judged is skipped.</summary>
    /// <param name="file">What to write.</param>
    public static byte[] Write(HuntFile file)
    {
        var verdicts = HuntVerdict.Of(file.Report, file.Domain);
        var seconds = (file.Ended - file.Began).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
        return XmlText.Document(xml =>
        {
            xml.WriteStartElement("testsuites");
            Counts(xml);
            xml.WriteStartElement("testsuite");
            Counts(xml);
            xml.WriteAttributeString("timestamp", file.Began.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
            Properties(xml, file.Report);
            foreach (var verdict in verdicts)
                Case(xml, verdict, file);
            xml.WriteEndElement();
            xml.WriteEndElement();
        });

        void Counts(XmlWriter xml)
        {
            xml.WriteClean("name", $"dreaming hunt {file.Report.Domain}");
            xml.WriteAttributeString("tests", XmlConvert.ToString(verdicts.Length));
            xml.WriteAttributeString("failures", XmlConvert.ToString(verdicts.Count(v => v.Failure is not null)));
            xml.WriteAttributeString("errors", "0");
            xml.WriteAttributeString("skipped", XmlConvert.ToString(verdicts.Count(v => v.NotRun is not null)));
            xml.WriteAttributeString("time", seconds);
        }
    }

    private static void Properties(XmlWriter xml, HuntReport report)
    {
        xml.WriteStartElement("properties");
        foreach (var (name, value) in new[]
        {
            ("agent", report.Agent), ("seed", XmlConvert.ToString(report.Seed)), ("contractHash", report.ContractHash),
            ("dreams", XmlConvert.ToString(report.Dreams)), ("failed", XmlConvert.ToString(report.Failed)),
        })
        {
            xml.WriteStartElement("property");
            xml.WriteAttributeString("name", name);
            xml.WriteClean("value", value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, HuntVerdict verdict, HuntFile file)
    {
        xml.WriteStartElement("testcase");
        xml.WriteClean("classname", verdict.Class);
        xml.WriteClean("name", verdict.Name);
        xml.WriteAttributeString("time", "0");
        if (verdict.Failure is { } failure)
        {
            xml.WriteStartElement("failure");
            xml.WriteClean("type", failure.Cluster.Rule.Kind.ToString());
            xml.WriteClean("message", failure.Cluster.Rule.Because);
            xml.WriteString(XmlText.Of(file.Tell(failure)));
            xml.WriteEndElement();
        }
        else if (verdict.NotRun is { } why)
        {
            xml.WriteStartElement("skipped");
            xml.WriteClean("message", why);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
