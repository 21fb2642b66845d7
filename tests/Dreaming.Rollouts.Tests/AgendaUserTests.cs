using Dreaming.Agents;
using Dreaming.Dreams;
using Dreaming.Rollouts.Tests.Kiosk;
using Dreaming.Users;

namespace Dreaming.Rollouts.Tests;

public class AgendaUserTests
{
    private static readonly AgendaUser User = new(new KioskDomain());

    [Theory]
    [InlineData("What is your date of birth?", "My birth date is 1962-03-14.")]
    [InlineData("Could you please provide your DATE OF BIRTH", "My birth date is 1962-03-14.")]
    [InlineData("When were you born?", "My birth date is 1962-03-14.")]
    [InlineData("I need your ticket number and your date of birth.", "My ticket is T-1001. My birth date is 1962-03-14.")]
    [InlineData("To help you, please provide:\n- **Ticket number**\n- Date of birth", "My ticket is T-1001. My birth date is 1962-03-14.")]
    [InlineData("May I ask for the reason?", "My reason is a broken leg.")]
    public async Task What_is_asked_for_is_told(string agent, string user) => Assert.Equal(new UserMove(user, null), await Hear(agent));

    [Fact]
    public async Task What_was_not_asked_for_stays_hidden()
    {
        var turn = await Hear("Hello! How can I help you today?");

        Assert.StartsWith("I want to cancel ticket T-1001.", turn.Text);
        Assert.Contains("a broken leg", turn.Text);
        Assert.DoesNotContain("1962", turn.Text);
        Assert.DoesNotContain("12A", turn.Text);
    }

    [Fact]
    public async Task What_nobody_told_the_user_is_not_known() =>
        Assert.Equal("I don't know that, sorry.", (await Hear("What is your seat?")).Text);

    [Fact]
    public async Task Half_known_is_half_told() =>
        Assert.Equal("My birth date is 1962-03-14. I don't know that, sorry.", (await Hear("What are your seat and your date of birth?")).Text);

    [Theory]
    [InlineData("Shall I cancel ticket T-1001?")]
    [InlineData("I will cancel T-1001 and refund 40. Would you like me to proceed?")]
    [InlineData("Please confirm (yes/no) that ticket T-1001 is to be cancelled.")]
    [InlineData("Is your date of birth March 14th, 1962?")]
    [InlineData("Your date of birth is 14 March 1962, is that correct?")]
    [InlineData("Do you confirm?")]
    public async Task What_is_right_is_agreed_to(string agent) => Assert.Equal(new UserMove("Yes, please.", null), await Hear(agent));

    [Theory]
    [InlineData("Shall I cancel ticket T-2002?", "No, T-1001.")]
    [InlineData("I found ticket T-2002. Would you like me to proceed?", "No, T-1001.")]
    [InlineData("Is your date of birth 1962-03-15?", "No, 1962-03-14.")]
    public async Task What_is_wrong_is_corrected(string agent, string user) => Assert.Equal(new UserMove(user, null), await Hear(agent));

    [Fact]
    public async Task A_date_of_something_else_contradicts_nothing() =>
        Assert.Equal("Yes, please.", (await Hear("The refund for T-1001 arrives on 2026-03-09. Shall I go ahead?")).Text);

    [Fact]
    public async Task A_change_of_mind_is_said_once_after_the_first_message()
    {
        var dream = KioskDomain.Dream(new ChangeOfMind("ticket", "T-1009")) with { Opening = "I want to cancel ticket T-1009." };

        Assert.Equal("Actually, I meant T-1001, not T-1009. My birth date is 1962-03-14.", (await Hear(dream, "What is your date of birth?")).Text);
        Assert.Equal("Yes, please.", (await Hear(dream, "What is your date of birth?", "Shall I cancel T-1001?")).Text);
        Assert.Equal("No, T-1001.", (await Hear(dream, "What is your date of birth?", "Shall I cancel T-1009?")).Text);
    }

    [Fact]
    public async Task A_change_of_mind_comes_before_a_yes() =>
        Assert.Equal("Actually, I meant T-1001, not T-1009.", (await Hear(KioskDomain.Dream(new ChangeOfMind("ticket", "T-1009")), "Shall I cancel T-1009?")).Text);

    [Theory]
    [InlineData("Do you mean T-1001 or T-1002?", "I mean T-1001.")]
    [InlineData("Which of the two do you want to cancel?", "I mean T-1001.")]
    [InlineData("Which ticket is it?", "I mean T-1001.")]
    [InlineData("Shall I cancel T-1002?", "No, T-1001.")]
    public async Task Of_two_readings_the_one_that_is_meant_is_told_when_asked(string agent, string user)
    {
        var dream = KioskDomain.Dream(new TwoReadings("ticket", "T-1002")) with { Opening = "I want to cancel ticket T-1002 or T-1001." };

        Assert.Equal(user, (await Hear(dream, agent)).Text);
        Assert.DoesNotContain("I mean", (await Hear(dream, "How can I help you?")).Text);
    }

    [Fact]
    public async Task A_withheld_fact_waits_until_it_is_asked_for()
    {
        var dream = KioskDomain.Dream(new Withhold("ticket")) with { Opening = "I want to cancel a ticket." };

        Assert.DoesNotContain("T-1001", (await Hear(dream, "How can I help you?")).Text);
        Assert.Equal("My ticket is T-1001.", (await Hear(dream, "Which ticket?")).Text);
    }

    [Theory]
    [InlineData("Your ticket T-1001 has been cancelled.")]
    [InlineData("I'm sorry, this ticket can't be given back.")]
    [InlineData("Done! Is there anything else I can help you with?")]
    public async Task An_outcome_ends_with_thanks(string agent)
    {
        var turn = await Hear(agent);

        Assert.Equal(EndReason.UserDone, turn.End);
        Assert.StartsWith("Thank you", turn.Text);
    }

    [Fact]
    public async Task What_was_only_looked_up_ends_it_the_second_time()
    {
        var dream = KioskDomain.Dream();
        AgentAction[] steps = [ScriptedAgent.Call("show_ticket"), new Say("T-1001: seats 12A and 12B."), ScriptedAgent.Call("show_ticket"), new Say("As I see it, 40 were paid.")];

        var rollout = await new Bench().RunAsync(dream, steps);

        Assert.Equal(EndReason.UserDone, rollout.Trajectory.End.Reason);
        Assert.StartsWith(dream.Opening, rollout.Trajectory.UserTexts.ElementAt(1));
        Assert.Equal(3, rollout.Trajectory.UserTexts.Count());
    }

    [Theory]
    [InlineData("Thank you, I have verified your identity.")]
    [InlineData("Let me check that for you.")]
    [InlineData("Is there anything else I can help you with?")]
    public async Task What_is_no_outcome_does_not_end_it(string agent) => Assert.Null((await Hear(agent)).End);

    [Fact]
    public async Task A_question_beyond_the_agenda_gets_a_sincere_answer() =>
        Assert.Equal("I'm not sure.", (await Hear("Do you own a pet?")).Text);

    [Fact]
    public async Task Three_exchanges_that_move_nothing_are_enough()
    {
        Assert.Null((await Hear("Do you own a pet?", "Is it large?")).End);
        Assert.Equal(EndReason.UserGaveUp, (await Hear("Do you own a pet?", "Is it large?", "Does it bark?")).End);
    }

    [Fact]
    public async Task A_fact_on_the_way_renews_patience() =>
        Assert.Null((await Hear("Do you own a pet?", "Is it large?", "What is your date of birth?", "Does it bark?")).End);

    [Fact]
    public async Task The_same_proposal_again_and_again_is_not_agreed_to_for_ever() =>
        Assert.Equal(EndReason.UserGaveUp, (await Hear("Shall I proceed?", "Shall I proceed?", "Shall I proceed?", "Shall I proceed?")).End);

    [Fact]
    public async Task Slips_of_the_keyboard_spare_values()
    {
        var noisy = KioskDomain.Dream(new Noise(1));

        var turn = await Hear(noisy, "I need your ticket number, your date of birth and the reason.");

        Assert.Contains("T-1001", turn.Text);
        Assert.Contains("1962-03-14", turn.Text);
        Assert.Contains("a broken leg", turn.Text);
        Assert.DoesNotContain("ticket", turn.Text);
        Assert.Equal(turn, await Hear(noisy, "I need your ticket number, your date of birth and the reason."));
    }

    [Fact]
    public async Task No_answer_to_anything_ever_names_what_is_not_known()
    {
        string[] probes = ["What is your seat?", "Tell me more.", "Which seat or ticket?", "Please confirm your seat and everything else.", "Seat?", "Is your seat 14C?", "yes or no?", "", "What? Why? When?"];
        foreach (var probe in probes)
        {
            var turn = await Hear(probe);
            Assert.DoesNotContain("12A", turn.Text ?? "");
            Assert.DoesNotContain("1962", turn.Text ?? "");
        }
    }

    private static Task<UserMove> Hear(params string[] agent) => Hear(KioskDomain.Dream(), agent);

    // Plays the agent's messages one by one against the user and returns what the user says to the last.
    private static async Task<UserMove> Hear(Dream dream, params string[] agent)
    {
        var soFar = new Trajectory([new UserSaid(dream.Opening)]);
        UserMove turn = default;
        foreach (var text in agent)
        {
            soFar = new Trajectory(soFar.Events.Add(new AgentSaid(text)));
            turn = await User.NextAsync(dream, soFar, default);
            soFar = new Trajectory(soFar.Events.Add(new UserSaid(turn.Text ?? "")));
        }

        return turn;
    }
}
