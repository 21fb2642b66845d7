using System.Text;
using System.Text.Json.Nodes;
using Dreaming.Reports;

namespace Dreaming.Cli.Display;

/// <summary>A night's report for programs: the report as it is journaled, and where its page lies.</summary>
internal static class NightJsonOut
{
    public static void Write(NightReport report, string page)
    {
        var json = JsonNode.Parse(ReportJson.Write(report))!.AsObject();
        json["report"] = page;
        Terminal.WriteRaw(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }
}
