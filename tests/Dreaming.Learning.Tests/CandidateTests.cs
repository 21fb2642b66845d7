using System.Text;
using Dreaming.Agents;
using Dreaming.Agents.Candidates;

namespace Dreaming.Learning.Tests;

public sealed class CandidateTests
{
    [Fact]
    public async Task Every_call_that_the_agent_could_make_keeps_its_contract()
    {
        foreach (var state in await StatesAsync())
            foreach (var call in Desk.Candidates(state).Where(c => c.IsCall))
                Assert.True(call.Tool!.Contract.Validate(Encoding.UTF8.GetBytes(call.Content)), $"{call.Tool.Contract.Name} {call.Content}");
    }

    [Fact]
    public async Task There_are_never_more_than_sixty_four_candidates_and_none_twice()
    {
        foreach (var state in await StatesAsync())
        {
            var candidates = Desk.Candidates(state);
            Assert.InRange(candidates.Count, 1, CandidateList.Most);
            Assert.Equal(candidates.Count, candidates.DistinctBy(c => (c.IsCall, c.Tool?.Contract.Name, c.Kind, c.Content)).Count());
        }
    }

    [Fact]
    public void What_cannot_be_bound_can_be_asked_for() =>
        Assert.Contains(Desk.Candidates(Desk.Said("I need more Ramipril")), c => c.Kind == ActKind.Ask && c.Subject == "patient id");

    [Fact]
    public void What_is_known_is_not_asked_for_again() =>
        Assert.DoesNotContain(Desk.Candidates(Desk.Said("I am PT-100378")), c => c.Kind == ActKind.Ask && c.Subject == "patient id");

    [Fact]
    public void What_fits_two_values_can_be_asked_for() =>
        Assert.Contains(Desk.Candidates(Desk.Said("PT-100378 or PT-100379 here")), c => c.Kind == ActKind.Ask && c.Subject == "patient id");

    [Fact]
    public void Which_of_several_is_asked_by_what_people_tell_them_apart_by()
    {
        var listed = Desk.Said("I need a repeat").Called("list_prescriptions", """{"patient_id":"PT-100378"}""", ReplyOutcome.Result, Desk.TwoListed);
        var which = Assert.Single(Desk.Candidates(listed), c => c.Kind == ActKind.Which);
        Assert.Equal("Which medication do you mean: Felodipine or Allopurinol?", which.Content);
    }

    [Fact]
    public void What_was_not_done_cannot_be_reported_as_done()
    {
        var failed = Desk.Said("order RX-200365").Called("request_refill", """{"prescription_id":"RX-200365","days_supply":28}""", ReplyOutcome.Fault, "Error: request_refill did not answer in time.");
        Assert.DoesNotContain(Desk.Candidates(failed), c => c.Kind == ActKind.Done);
        Assert.Contains(Desk.Candidates(failed), c => c.Kind == ActKind.Apologise);
        Assert.Contains(Desk.Candidates(failed), c => c.IsCall && c.Tool!.Contract.Name == "request_refill");
    }

    [Fact]
    public void Values_that_identify_a_person_are_not_read_out()
    {
        var verified = Desk.Said("hello").Called("verify_identity", """{"patient_id":"PT-100378","birth_date":"1980-04-26"}""", ReplyOutcome.Result, Desk.Verified);
        Assert.DoesNotContain(Desk.Candidates(verified), c => !c.IsCall && (c.Content.Contains("Rosa", StringComparison.Ordinal) || c.Content.Contains("01632", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_agent_knows_its_own_words_when_it_reads_them_again()
    {
        var listed = Desk.Said("I need a repeat, PT-100378").Called("list_prescriptions", """{"patient_id":"PT-100378"}""", ReplyOutcome.Result, Desk.TwoListed);
        foreach (var candidate in Desk.Candidates(listed).Where(c => !c.IsCall))
        {
            var act = Phrasing.Recognise(candidate.Content);
            Assert.Equal((candidate.Kind, candidate.Subject), (act.Kind, act.Subject));
        }
    }

    private static async Task<List<Trajectory>> StatesAsync()
    {
        var states = new List<Trajectory>();
        foreach (var dream in Desk.Dreams(25, 3))
        {
            var (rollout, _) = await Desk.RunAsync(dream, new PolicyAgent(Desk.Domain));
            for (var i = 1; i < rollout.Trajectory.Events.Length; i++)
                if (rollout.Trajectory.Events[i - 1] is UserSaid or ToolReplied)
                    states.Add(rollout.Trajectory.Before(i));
        }

        return states;
    }
}
