using System.Collections.Immutable;
using System.Globalization;
using Dreaming.Audits;
using Dreaming.Dreams;
using Dreaming.Rollouts;
using static Dreaming.Nights.Tests.AuditedNight;

namespace Dreaming.Nights.Tests;

public sealed class AuditTests(AuditedNight night) : IClassFixture<AuditedNight>
{
    [Fact]
    public async Task A_night_passes_its_own_audit()
    {
        var audit = await NightAuditor.AuditAsync(night.Journal, night.Entry, night.Auditor, TestContext.Current.CancellationToken);

        Assert.Empty(audit.Findings);
        Assert.Equal(night.Rollouts.Length, audit.Rollouts.Values.Sum());
        Assert.Equal(night.Rollouts.Select(r => r.Dream.Id).Distinct().Count(), audit.Dreams);
        Assert.InRange(audit.FromEpisodes, 1, audit.Dreams);
    }

    [Fact]
    public async Task A_night_of_another_seed_did_not_seed_these_dreams()
    {
        var audit = await NightAuditor.AuditAsync(night.Journal, night.Entry with { Seed = 2 }, night.Auditor, TestContext.Current.CancellationToken);

        Assert.Equal(night.Rollouts.Length, audit.Findings.Length);
        Assert.All(audit.Findings, f => Assert.Equal(AuditRules.Id, f.Rule));
    }

    [Fact]
    public void Nothing_is_found_where_nobody_asks_and_nobody_tells() => Assert.Empty(Audit(night.Chat("Okay, thank you.")));

    [Theory]
    [InlineData("yyyy-MM-dd")]
    [InlineData("d MMMM yyyy")]
    [InlineData("dd.MM.yyyy")]
    public void An_opening_that_names_what_the_user_hides_is_found_in_any_form(string form)
    {
        var plain = night.Plain();
        var opening = $"{plain.Dream.Opening} I was born on {Birth(plain).ToString(form, CultureInfo.InvariantCulture)}.";
        var planted = Replace<UserSaid>(plain with { Dream = plain.Dream with { Opening = opening } }, _ => true, _ => new UserSaid(opening));

        Finds(AuditRules.Leak, 0, planted);
    }

    [Fact]
    public void A_later_message_that_names_a_hidden_fact_unasked_is_found()
    {
        var birth = Fact(night.Plain(), "birth_date");

        Finds(AuditRules.Leak, 2, night.Chat($"My birth date is {birth}."));
        Assert.Empty(Audit(Replace<AgentSaid>(night.Chat($"My birth date is {birth}."), _ => true, _ => new AgentSaid("What is your date of birth?"))));
    }

    [Fact]
    public void A_withheld_fact_that_is_told_unasked_is_found()
    {
        var chat = night.Chat("Okay, thank you.");
        var withheld = chat with { Dream = chat.Dream with { Skeleton = SkeletonId.With(chat.Dream.Skeleton, new Withhold("medication")) } };

        Finds(AuditRules.Leak, 0, withheld);
    }

    [Fact]
    public void What_the_user_does_not_know_is_found_in_their_mouth()
    {
        var plain = night.Plain();

        Finds(AuditRules.Unknown, 2, night.Chat($"It is {Fact(plain, "prescription_id").Replace("-", " ", StringComparison.Ordinal)}."));
        Finds(AuditRules.Unknown, null, plain with { Dream = plain.Dream with { Spoken = plain.Dream.Spoken.Add("prescription_id", Fact(plain, "prescription_id")) } });
    }

    [Fact]
    public void A_value_of_another_instance_is_found_and_one_that_nobody_has()
    {
        var own = Fact(night.Plain(), "patient_id");
        var other = night.Rollouts.Where(r => r.Dream.Skeleton.Scenario == "repeat-prescription").Select(r => Fact(r, "patient_id")).First(id => id != own);

        Finds(AuditRules.Foreign, 2, night.Chat($"My patient number is {other}."));
        Finds(AuditRules.Foreign, 2, night.Chat("My patient number is PT-999999."));
        Finds(AuditRules.Foreign, 2, night.Chat("I was born on 1901-02-03."));
    }

    [Fact]
    public void Words_for_a_slot_that_contradict_the_fact_are_found()
    {
        var plain = night.Plain();

        Finds(AuditRules.Spoken, null, plain with { Dream = plain.Dream with { Spoken = plain.Dream.Spoken.SetItem("patient_id", "PT-999999") } });
        Finds(AuditRules.Spoken, null, plain with { Dream = plain.Dream with { Spoken = plain.Dream.Spoken.Remove("patient_id") } });
    }

    [Fact]
    public void A_first_message_that_is_not_the_opening_is_found() => Finds(AuditRules.Opening, 0, Replace<UserSaid>(night.Plain(), _ => true, _ => new UserSaid("Hello.")));

    [Fact]
    public void A_reply_that_the_world_does_not_give_is_found()
    {
        var plain = night.Plain();
        static bool IsResult(ToolReplied r) => r.Outcome == ReplyOutcome.Result;

        Finds(AuditRules.Reply, null, Replace<ToolReplied>(plain, IsResult, r => r with { Content = "{}" }));
        Finds(AuditRules.Reply, null, Replace<ToolReplied>(plain, IsResult, r => r with { Content = r.Content.Replace('1', '2') }));
        Finds(AuditRules.Reply, null, Replace<ToolReplied>(plain, IsResult, r => r with { Outcome = ReplyOutcome.Refused }));
        Finds(AuditRules.Call, null, Replace<ToolReplied>(plain, IsResult, r => r with { Outcome = ReplyOutcome.Invalid }));
    }

    [Theory]
    [InlineData(ToolFault.Partial)]
    [InlineData(ToolFault.Stale)]
    public void A_degraded_reply_that_says_more_than_the_whole_one_is_found(ToolFault fault)
    {
        var degraded = night.Rollouts.First(r => r.Trajectory.Events.Any(e => e is ToolReplied { Outcome: ReplyOutcome.Result } reply && reply.Fault == fault));

        Assert.Empty(Audit(degraded));
        Finds(AuditRules.Reply, null, Replace<ToolReplied>(degraded, r => r.Fault == fault, r => r with { Content = """{"invented": true, "notice": "partial"}""" }));
    }

    [Theory]
    [InlineData("""{"a": [1, 2]""", """{"a": [1, 2], "b": 3}""", true)]
    [InlineData("""{"result":"ord""", "order 12 was sent", true)]
    [InlineData("""{"a": [1, 3]""", """{"a": [1, 2], "b": 3}""", false)]
    [InlineData("""{"a": [1, 2], "b": 3}""", """{"a": [1, 2], "b": 3}""", false)]
    [InlineData("order 12", "order 12 was sent to you", true)]
    public void A_reply_that_breaks_off_is_the_beginning_of_the_whole_one(string content, string whole, bool possible) => Assert.Equal(possible, DegradedReply.IsBrokenOff(content, whole));

    [Theory]
    [InlineData("""{"a": [1], "notice": "some are missing"}""", """{"a": [1, 2], "b": 3}""", true)]
    [InlineData("""{"items": [{"x": 1}], "notice": "some are missing"}""", """[{"x": 1, "y": 2}, {"x": 3}]""", true)]
    [InlineData("order 12 (as of yesterday)", "order 12 was sent", true)]
    [InlineData("""{"a": [2], "notice": "some are missing"}""", """{"a": [1, 2], "b": 3}""", false)]
    [InlineData("""{"a": [1], "c": 4, "notice": "some are missing"}""", """{"a": [1, 2], "b": 3}""", false)]
    [InlineData("order 13 (as of yesterday)", "order 12 was sent", false)]
    public void A_reply_that_is_cut_or_old_says_nothing_else_but_a_notice(string content, string whole, bool possible) => Assert.Equal(possible, DegradedReply.AddsOnlyANotice(content, whole));

    [Fact]
    public void A_fault_that_nothing_plans_is_found_and_one_that_did_not_happen()
    {
        var plain = night.Plain();
        var tool = plain.Trajectory.Events.OfType<ToolReplied>().First(r => r.Outcome == ReplyOutcome.Result).Tool;
        var fault = RefillDesk.RefillDeskDomain.Instance.FindTool(tool)!.Faults.First(FaultPlan.Replaces);

        Finds(AuditRules.Fault, null, Replace<ToolReplied>(plain, r => r.Tool == tool, r => r with { Outcome = ReplyOutcome.Fault, Fault = fault }));
        Finds(AuditRules.Fault, null, plain with { Dream = plain.Dream with { Skeleton = SkeletonId.With(plain.Dream.Skeleton, new InjectFault(tool, fault, 1, 1)) } });
    }

    [Fact]
    public void A_call_that_breaks_its_contract_and_passes_for_one_that_does_not_is_found()
    {
        Finds(AuditRules.Call, null, Replace<ToolCalled>(night.Plain(), _ => true, c => c with { Arguments = RawJson.EmptyObject }));
        Finds(AuditRules.Call, null, Replace<ToolCalled>(night.Plain(), _ => true, c => c with { Tool = "no_such_tool" }));
    }

    [Fact]
    public void An_id_that_is_not_the_hash_of_what_it_names_is_found()
    {
        var plain = night.Plain();

        Assert.Contains(night.Auditor.Audit(plain with { Id = "0000000000000000" }), f => f.Rule == AuditRules.Id);
        Assert.Contains(night.Auditor.Audit(plain with { Dream = plain.Dream with { Seed = 7 } }), f => f.Rule == AuditRules.Id);
        Assert.Contains(night.Auditor.Audit(plain with { Dream = plain.Dream with { Skeleton = plain.Dream.Skeleton with { Id = "0000000000000000" } } }), f => f.Rule == AuditRules.Id);
        Finds(AuditRules.Id, null, With(plain, events => [.. events.Select(e => e switch
        {
            ToolCalled call => call with { CallId = "x" + call.CallId },
            ToolReplied reply => reply with { CallId = "x" + reply.CallId },
            _ => e,
        })]));
    }

    [Fact]
    public void No_end_two_ends_and_an_end_with_another_owner_are_found()
    {
        var plain = night.Plain();
        var end = plain.Trajectory.End;

        Finds(AuditRules.End, null, With(plain, events => events.Add(end)));
        Finds(AuditRules.End, null, With(plain, events => events.RemoveAt(events.Length - 1)));
        Finds(AuditRules.End, null, Replace<Ended>(plain, _ => true, e => e with { Owner = Owner.Critic }));
        Finds(AuditRules.End, null, Replace<Ended>(night.Chat(), _ => true, _ => new Ended(EndReason.TurnBudget, Owner.Agent)));
        Finds(AuditRules.End, null, Replace<Ended>(night.Chat(), _ => true, _ => new Ended(EndReason.Handover)));
    }

    [Fact]
    public void An_overspent_budget_is_found()
    {
        var turns = night.Plain().Dream.Skeleton.Turns;

        Finds(AuditRules.Budget, null, night.Chat([.. Enumerable.Repeat("Okay.", turns)]));
        Assert.Empty(Audit(night.Chat([.. Enumerable.Repeat("Okay.", turns - 1)])));
        var plain = night.Plain();
        Finds(AuditRules.Grounding, null, plain with { Dream = plain.Dream with { Skeleton = plain.Dream.Skeleton with { Turns = turns + 1 } } });
    }

    [Fact]
    public void A_lost_reply_and_a_user_who_speaks_twice_are_found()
    {
        Finds(AuditRules.Order, null, With(night.Plain(), events => events.Remove(events.First(e => e is ToolReplied))));
        Finds(AuditRules.Order, null, With(night.Chat("Okay."), events => events.RemoveAt(1)));
    }

    [Fact]
    public void Facts_that_neither_world_nor_episode_offers_are_found()
    {
        var plain = night.Plain();
        var skeleton = plain.Dream.Skeleton;

        Finds(AuditRules.Grounding, null, Dreaming(new RawJson(skeleton.Facts.Text.Replace(Fact(plain, "patient_id"), "PT-999999", StringComparison.Ordinal))));
        Finds(AuditRules.Grounding, null, Dreaming(new RawJson("""{"patient_id": 7}""")));
        Finds(AuditRules.Grounding, null, plain with { Dream = plain.Dream with { Skeleton = skeleton with { EpisodeId = "nowhere" } } });
        Finds(AuditRules.Grounding, null, plain with { Dream = plain.Dream with { Skeleton = skeleton with { Scenario = "nothing" } } });

        Rollout Dreaming(RawJson facts) => plain with { Dream = plain.Dream with { Skeleton = skeleton with { Facts = facts } } };
    }

    public static TheoryData<DreamOperator> Impossible() =>
    [
        new OtherWords(99), new Withhold("prescription_id"), new ChangeOfMind("medication", "Unheard-of"), new TwoReadings("birth_date", "1950-01-01"), new WhatIf("nothing"),
        new InjectFault("verify_identity", ToolFault.Timeout, 0, 1), new Noise(2), new OtherFormat("patient_id", "PT-999999"),
    ];

    [Theory]
    [MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public void An_operator_that_scenario_or_contracts_do_not_allow_is_found(DreamOperator step)
    {
        var plain = night.Plain();
        var planted = plain with { Dream = plain.Dream with { Skeleton = SkeletonId.With(plain.Dream.Skeleton, step) } };

        Finds(AuditRules.Operator, null, planted);
        Assert.Equal(step is WhatIf, Audit(planted).Any(f => f.Rule == AuditRules.World));
    }

    private static DateOnly Birth(Rollout rollout) => DateOnly.ParseExact(Fact(rollout, "birth_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private ImmutableArray<AuditFinding> Audit(Rollout rollout) => night.Auditor.Audit(Seal(rollout));

    private void Finds(string rule, int? at, Rollout planted)
    {
        var findings = Audit(planted);
        Assert.True(findings.Any(f => f.Rule == rule && (at is null || f.Event == at)), $"no '{rule}'{(at is null ? "" : $" at {at}")} among: {string.Join("; ", findings)}");
    }
}
