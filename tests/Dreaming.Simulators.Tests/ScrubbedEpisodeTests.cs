using Dreaming.Curation;
using Dreaming.Determinism;
using Dreaming.Episodes;
using OrderDesk;

namespace Dreaming.Simulators.Tests;

public class ScrubbedEpisodeTests
{
    private static readonly User[] Users = [.. Recorder.Shop.Users.Take(5)];

    [Fact]
    public void A_pseudonym_of_one_episode_finds_nobody_in_another()
    {
        var episodes = Users.Select(u => Scrubbed(Recorder.Record(new FindUserIdByEmail(u.Email), new GetUserDetails(u.UserId)))).ToArray();
        var call = (FindUserIdByEmail)Recorder.Domain.FindTool("find_user_id_by_email")!.ReadCall(episodes[0].Trajectory.Calls().First().Called.Arguments.ToUtf8());
        Assert.StartsWith("[email-", call.Email, StringComparison.Ordinal);

        Assert.Null(Recorder.Ask(new SimulatedWorld(TraceKnowledge.Learn(Recorder.Domain, episodes[..1]), new Seed(1)), call));
        Assert.Null(Recorder.Ask(new SimulatedWorld(TraceKnowledge.Learn(Recorder.Domain, episodes), new Seed(1)), call));
    }

    [Fact]
    public void What_identifies_nobody_is_answered_from_other_episodes()
    {
        var product = Recorder.Shop.Products.First().ProductId;
        var world = new SimulatedWorld(TraceKnowledge.Learn(Recorder.Domain, [Scrubbed(Recorder.Record(new GetProductDetails(product)))]), new Seed(1));

        Assert.Equal(((Contracts.IWorld)Recorder.Shop).Fork().Handle(new GetProductDetails(product)), Recorder.Ask(world, new GetProductDetails(product)));
    }

    [Fact]
    public void In_its_own_dream_an_episode_answers_to_its_pseudonyms()
    {
        var episode = Scrubbed(Recorder.Record(new FindUserIdByEmail(Users[0].Email)));
        var call = Recorder.Domain.FindTool("find_user_id_by_email")!.ReadCall(episode.Trajectory.Calls().First().Called.Arguments.ToUtf8());

        var world = new SimulatedWorld(TraceKnowledge.Learn(Recorder.Domain, [episode.Trajectory]), new Seed(1));

        Assert.Equal(Users[0].UserId, Recorder.Ask(world, call)?.Content);
    }

    private static ScrubbedEpisode Scrubbed(Trajectory trajectory) =>
        new Scrubber(Recorder.Domain).Scrub(new Episode { Id = "episode", Domain = Recorder.Domain.Name, TaskId = "task", Trajectory = trajectory });
}
