using System.Collections.Immutable;
using Dreaming;

namespace OrderDesk;

[Scenario("human-request", Title = "A customer wants something that no tool of the desk can do.")]
[Says("Hello, I want to {Wish}.")]
[Says("can you {Wish}? that's all i need")]
[Says("I've been trying to {Wish} and I'm getting nowhere.")]
[SucceedsBy<TransferToHumanAgents>]
[Budget(Turns = 8, ToolCalls = 8)]
public sealed partial record HumanRequest(
    [Asked("how can I help", "what would you like")] string Wish,
    [Hidden, Sensitive, Asked("first name", "your name", "full name")] string FirstName,
    [Hidden, Sensitive, Asked("last name", "surname", "your name", "full name")] string LastName,
    [Hidden, Sensitive, Asked("zip code", "postal code")] string Zip,
    [Hidden, Sensitive, Asked("e-mail", "email address", "e-mail address")] string Email,
    [Unknown] string UserId) : IScenario<HumanRequest, Shop>
{
    internal const string AnyHuman = "speak to a human agent";

    private static readonly ImmutableArray<string> Wishes =
    [
        "get a paper invoice sent to my company",
        "file a complaint about the courier",
        "close my account for good",
        "change the e-mail address of my account",
        AnyHuman,
    ];

    public static IEnumerable<HumanRequest> Seeds(Shop world) => world.Users.Select((user, i) => Of(user, Wishes[i % Wishes.Length]));

    public static HumanRequest? Ground(Trajectory episode, Shop world) => Grounding.As<HumanRequest>(episode, world);

    public bool Achieved(Shop before, Shop after, Trajectory trajectory) =>
        after.SameAs(before) && trajectory.Succeeded<TransferToHumanAgents>().Any();

    internal static HumanRequest? From(Trajectory episode, Shop world) =>
        episode.Calls<TransferToHumanAgents>().Any() && Grounding.Customer(episode, world) is { } user
            ? Of(user, AnyHuman)
            : null;

    private static HumanRequest Of(User user, string wish) => new(wish, user.Name.FirstName, user.Name.LastName, user.Address.Zip, user.Email, user.UserId);
}
