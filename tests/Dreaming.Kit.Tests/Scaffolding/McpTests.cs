using System.Text;
using Dreaming.Cli.Hosting;
using Dreaming.Cli.Scaffolding;

namespace Dreaming.Kit.Tests.Scaffolding;

/// <summary>A real server in a process of its own, asked over its standard streams.</summary>
public sealed class McpTests
{
    private static readonly string Server = $"dotnet exec \"{Path.Combine(AppContext.BaseDirectory, "Dreaming.Kit.McpServer.dll")}\"";

    [Fact]
    public async Task The_tools_of_a_running_server_become_a_domain_that_compiles()
    {
        var tools = await McpToolSource.ReadAsync(Server, TestContext.Current.CancellationToken);
        var scaffold = Scaffold.Of(tools, "parcel-desk", DreamingReference.Package);
        var domain = await Compiled.LoadAsync(scaffold);

        Assert.Equal(["redirect_parcel", "track_parcel"], domain.Tools.Select(t => t.Name));
        Assert.Equal([Effect.Write, Effect.Read], domain.Tools.Select(t => t.Effect));
        Assert.Contains(scaffold.Notes, n => n.StartsWith("trackParcel: it is called 'track_parcel'", StringComparison.Ordinal));
        Assert.True(Accepts("track_parcel", """{"parcelNumber":"P-1","detail":"Full"}"""));
        Assert.False(Accepts("track_parcel", """{"parcelNumber":"P-1","detail":"Some"}"""));
        Assert.True(Accepts("redirect_parcel", """{"parcelNumber":"P-1","to":{"street":"1 Main","city":"Bath"},"days":2}"""));
        Assert.False(Accepts("redirect_parcel", """{"parcelNumber":"P-1","to":{"street":"1 Main"}}"""));
        Assert.True(domain.FindTool("track_parcel")!.TryReadResult("""{"parcelNumber":"P-1","stops":[{"place":"Depot","at":"2026-03-02T09:00:00+00:00"}]}""", out _));

        bool Accepts(string tool, string arguments) => domain.FindTool(tool)!.Validate(Encoding.UTF8.GetBytes(arguments));
    }

    [Theory]
    [InlineData("no-such-program-anywhere --flag", "cannot be asked for its tools")]
    [InlineData("", "names no command")]
    public async Task A_server_that_does_not_start_is_one_sentence_and_bad_input(string command, string said)
    {
        var error = await Assert.ThrowsAsync<CliException>(() => McpToolSource.ReadAsync(command, TestContext.Current.CancellationToken));

        Assert.Equal(2, error.ExitCode);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task A_server_without_tools_is_bad_input()
    {
        var error = await Assert.ThrowsAsync<CliException>(() => McpToolSource.ReadAsync(Server + " --no-tools", TestContext.Current.CancellationToken));
        Assert.Equal(2, error.ExitCode);
    }

    [Fact]
    public void Quotes_keep_words_together() => Assert.Equal(["npx", "a b", "", "c'd"], McpToolSource.Words("npx  \"a b\" '' \"c'd\""));
}
