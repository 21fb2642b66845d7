using System.Text.RegularExpressions;
using Dreaming.Dreams;
using Dreaming.Regressions;
using RefillDesk;
using RefillDesk.Dreams.Tests;
using Xunit.Sdk;

namespace Dreaming.Xunit.Tests;

public sealed partial class RowProcessTests
{
    [Fact]
    public async Task One_row_is_run_again_by_its_filter_and_shows_its_failure_in_its_smallest_form()
    {
        var row = (await RowsAsync()).First(r => r.Dream.Skeleton.Operators.OfType<InjectFault>().Any(f => f is { Tool: "check_interactions", Fault: ToolFault.Timeout, From: 1 }));
        var (exitCode, output) = await TestProcess.RunAsync("exec", TestProcess.Assembly, "-noLogo", "-noColor", "-explicit", "only", "-method", "Dreaming.Xunit.Tests.Rows.Hasty", "-trait", $"Dream={row.Dream.Skeleton.Id}");

        Assert.Equal(1, exitCode);
        Assert.Contains("Total: 1, Errors: 0, Failed: 1", output, StringComparison.Ordinal);
        Assert.Contains($"Rows.Hasty [{row.Name}] [FAIL]", output, StringComparison.Ordinal);
        Assert.Contains("breaks the invariant 'interactions-checked-first'", output, StringComparison.Ordinal);
        Assert.Contains("because   Interactions are checked in this conversation before a repeat is ordered", output, StringComparison.Ordinal);
        Assert.Contains("call 1 of check_interactions fails (Timeout)", output, StringComparison.Ordinal);
        Assert.Contains("! breaks interactions-checked-first", output, StringComparison.Ordinal);
        Assert.Contains($"dotnet test --filter \"Dream={row.Dream.Skeleton.Id}&FullyQualifiedName~Dreaming.Xunit.Tests.Rows.Hasty\"", output, StringComparison.Ordinal);
        Assert.Contains("public async Task Repeat_prescription_keeps_interactions_checked_first()", output, StringComparison.Ordinal);
        Assert.DoesNotContain("EXCEPTION", output, StringComparison.Ordinal);

        var kept = await DreamCase.OpenAsync<RefillDeskDomain>(KeptFile().Match(output).Groups[1].Value, TestContext.Current.CancellationToken);
        Assert.Equal(1, Assert.Single(kept.Dream.Skeleton.Operators.OfType<InjectFault>()).Times);
        await kept.AssertPassesAsync(new CarefulDesk(), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Rows_of_one_fault_are_run_by_its_trait()
    {
        var rows = await RowsAsync();
        var fault = rows[0].Dream.Skeleton.Operators.OfType<InjectFault>().First();
        var name = $"{fault.Tool}:{fault.Fault}";
        var wanted = rows.Count(r => r.Dream.Skeleton.Operators.OfType<InjectFault>().Any(f => $"{f.Tool}:{f.Fault}" == name));
        var (exitCode, output) = await TestProcess.RunAsync("exec", TestProcess.Assembly, "-noLogo", "-noColor", "-trait", $"Fault={name}");
        Assert.Equal(0, exitCode);
        Assert.Contains($"Total: {wanted + wanted}, Errors: 0, Failed: 0, Skipped: 0, Not Run: {wanted}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filter_of_dotnet_test_finds_a_row_by_its_dream()
    {
        var row = (await RowsAsync())[1];
        var (exitCode, output) = await TestProcess.RunAsync("test", TestProcess.Assembly, "--filter", $"Dream={row.Dream.Skeleton.Id}&FullyQualifiedName~Rows.Careful", "--logger", "console;verbosity=detailed");
        Assert.Equal(0, exitCode);
        Assert.Contains($"[{row.Name}]", output, StringComparison.Ordinal);
        Assert.Matches(@"Total tests: 1\s", output);
        Assert.Contains(ScenarioText.Of(row.Dream, row.Domain).Split('\n')[0], output, StringComparison.Ordinal);
    }

    private static async Task<List<DreamCase>> RowsAsync()
    {
        var method = typeof(Rows).GetMethod(nameof(Rows.Hasty))!;
        var attribute = (DreamTheoryAttribute<RefillDeskDomain>)Attribute.GetCustomAttribute(method, typeof(DreamTheoryAttribute<RefillDeskDomain>))!;
        return [.. (await attribute.GetData(method, new DisposalTracker())).Select(r => (DreamCase)r.GetData()[0]!)];
    }

    [GeneratedRegex(@"frozen\s+(\S+\.dream\.json)")]
    private static partial Regex KeptFile();
}
