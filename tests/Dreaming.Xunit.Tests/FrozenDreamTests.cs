using System.Text;
using Dreaming.Dreams;
using Dreaming.Regressions;
using Dreaming.Xunit.Tests.Agents;
using RefillDesk;
using RefillDesk.Dreams.Tests;

namespace Dreaming.Xunit.Tests;

public sealed class FrozenDreamTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("frozen").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_frozen_dream_is_read_as_it_was_written_and_fails_again()
    {
        var frozen = await FreezeAsync();
        var path = Path.Combine(_folder, "one.dream.json");
        await FrozenDreamFile.WriteAsync(frozen, path, Stop);
        Assert.Equal(FrozenDreamFile.Text(frozen), FrozenDreamFile.Text(await FrozenDreamFile.ReadAsync(path, Desk.Domain, Desk.Stage.World, Stop)));

        var opened = await DreamCase.OpenAsync<RefillDeskDomain>(path, Stop);
        Assert.Equal(frozen.Rule, (await opened.RunAsync(new HastyDesk(), Stop)).FailedRule);
        Assert.True((await opened.RunAsync(new CarefulDesk(), Stop)).Passed);
        Assert.NotEmpty(frozen.Replies);
    }

    [Fact]
    public async Task A_sandbox_that_answers_otherwise_is_told_apart_from_an_agent_that_fails()
    {
        var frozen = await FreezeAsync();
        Assert.Null(FrozenGround.Change(frozen, Desk.Domain, Desk.Stage.World));
        var other = frozen with { Replies = frozen.Replies.SetItem(1, frozen.Replies[1] with { Content = "something else" }) };
        Assert.Contains("something else", FrozenGround.Change(other, Desk.Domain, Desk.Stage.World), StringComparison.Ordinal);

        Assert.Contains("frozen under the contract old", FrozenGround.Change(other with { ContractHash = "old" }, Desk.Domain, Desk.Stage.World), StringComparison.Ordinal);

        var path = Path.Combine(_folder, "moved.dream.json");
        await FrozenDreamFile.WriteAsync(other, path, Stop);
        var opened = await DreamCase.OpenAsync<RefillDeskDomain>(path, Stop);
        var thrown = await Assert.ThrowsAsync<DreamFailedException>(() => opened.RunAsync(new CarefulDesk(), Stop));
        Assert.Contains("ground", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_damage_to_a_file_is_told_and_nothing_else_is_thrown()
    {
        var text = FrozenDreamFile.Text(await FreezeAsync());
        var random = new Determinism.Seed(3).ToRandom();
        var refused = 0;
        for (var round = 0; round < 400; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            for (var i = 1 + random.Next(3); i > 0; i--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(128);
            var damaged = Encoding.UTF8.GetString(random.Chance(0.3) ? bytes[..random.Next(bytes.Length)] : bytes);
            try
            {
                var read = FrozenDreamFile.Parse(damaged, Desk.Domain, Desk.Stage.World);
                _ = FrozenGround.Change(read, Desk.Domain, Desk.Stage.World);
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 100, 400);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("")]
    public void What_is_no_frozen_dream_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => FrozenDreamFile.Parse(text, Desk.Domain, Desk.Stage.World));

    [Theory]
    [InlineData("\"refill-desk\"", "\"other-desk\"", "other-desk")]
    [InlineData("dreaming-frozen-dream/1", "dreaming-frozen-dream/9", "format")]
    [InlineData("\"scenario\": \"repeat-prescription\"", "\"scenario\": \"gone\"", "gone")]
    [InlineData("\"turns\": 12", "\"turns\": 0", "budget")]
    [InlineData("\"opening\": \"", "\"opening\": null, \"x\": \"", "opening")]
    public async Task A_file_that_does_not_fit_says_why(string was, string becomes, string told)
    {
        var text = FrozenDreamFile.Text(await FreezeAsync());
        Assert.Contains(was, text, StringComparison.Ordinal);
        var refused = Assert.Throws<InvalidDataException>(() => FrozenDreamFile.Parse(text.Replace(was, becomes, StringComparison.Ordinal), Desk.Domain, Desk.Stage.World));
        Assert.Contains(told, refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told_with_what_to_do()
    {
        var missing = await Assert.ThrowsAsync<InvalidDataException>(() => FrozenDreamFile.ReadAsync(Path.Combine(_folder, "none.json"), Desk.Domain, Desk.Stage.World, Stop));
        Assert.Contains("dreaming freeze", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_printed_fact_names_domain_file_and_rule()
    {
        var fact = RegressionText.Fact(await FreezeAsync(), Desk.Domain, "a/b/one.dream.json");
        Assert.Contains("OpenAsync<RefillDesk.RefillDeskDomain>(\"one.dream.json\"", fact, StringComparison.Ordinal);
        Assert.Contains("Repeat_prescription_keeps_interactions_checked_first()", fact, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<FrozenDream> FreezeAsync()
    {
        var (failure, rule) = await Desk.FailAsync(Desk.Dream(3, new InjectFault("check_interactions", ToolFault.Timeout, 1, 1)), new HastyDesk());
        return FrozenDream.Of(failure, Desk.Domain, rule);
    }
}
