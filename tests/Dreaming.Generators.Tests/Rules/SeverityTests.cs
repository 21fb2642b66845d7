using Dreaming.Generators.Analyzers;
using Dreaming.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dreaming.Generators.Tests.Rules;

/// <summary>Whoever writes a domain decides how loud a rule is.</summary>
public class SeverityTests
{
    private const string Source = """
        [assembly: Domain("d")]
        [Tool("t", "")] public partial record T : ITool<bool>;
        [Sandbox] public sealed partial class W : ISandbox<W> { public static W Open(WorldOptions o) => new(); public W Fork() => this; public ToolOutcome<bool> Handle(T call) => true; }
        """;

    [Theory]
    [InlineData("none", null)]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    public async Task An_editorconfig_decides_on_a_finding_in_one_declaration(string severity, DiagnosticSeverity? expected) =>
        Assert.Equal(expected, await Severity("DRM3017", severity));

    [Theory]
    [InlineData("none", null)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    public async Task An_editorconfig_decides_on_a_finding_in_the_whole_domain(string severity, DiagnosticSeverity? expected) =>
        Assert.Equal(expected, await Severity("DRM4013", severity));

    private static async Task<DiagnosticSeverity?> Severity(string rule, string severity)
    {
        var set = AnalyzerConfigSet.Create((List<AnalyzerConfig>)[AnalyzerConfig.Parse($"[*.cs]\ndotnet_diagnostic.{rule}.severity = {severity}\n", "/domain/.editorconfig")]);
        var compilation = SourceFiles.Of(Source).Compile();
        var options = compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default).WithSyntaxTreeOptionsProvider(new Provider(set));
        var found = await compilation.WithOptions(options).WithAnalyzers([new DomainAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return found.SingleOrDefault(d => d.Id == rule)?.Severity;
    }

    private sealed class Provider(AnalyzerConfigSet set) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.NotGenerated;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GetOptionsForSourcePath("/domain/" + tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }
    }
}
