using System;
using System.Collections.Generic;
using System.Threading;

namespace Dreaming.Automata;

/// <summary>
/// What a policy allows, asked of the conjunction of all its constraints. Yes has a witness, no has a set of constraints that was searched wholly; all else is not proven.
/// </summary>
internal sealed class PolicyAnalysis
{
    private readonly PolicySpace _space;
    private readonly Solver _solver;
    private readonly int[] _all;
    private readonly List<List<TraceStep>> _witnesses = [];

    private PolicyAnalysis(PolicyModel model, AnalysisLimits limits, CancellationToken ct)
    {
        _space = new PolicySpace(model, limits);
        _solver = new Solver(_space, new(), ct);
        _all = new int[model.Constraints.Length];
        for (var at = 0; at < _all.Length; at++)
            _all[at] = at;
    }

    /// <summary>Asks everything of a policy.</summary>
    public static PolicyFindings Of(PolicyModel model, AnalysisLimits limits, CancellationToken ct) => new PolicyAnalysis(model, limits, ct).Findings();

    /// <summary>Asks whether a success is within reach: an allowed conversation with a call of each of the tools that succeeded, within the budget.</summary>
    /// <param name="model">The policy.</param>
    /// <param name="tools">The tools; none to ask whether any conversation fits the budget.</param>
    /// <param name="turns">The most messages of the user.</param>
    /// <param name="calls">The most calls.</param>
    /// <param name="limits">How far to look.</param>
    /// <param name="ct">Stops the analysis.</param>
    public static ReachFinding Reach(PolicyModel model, string[] tools, int turns, int calls, AnalysisLimits limits, CancellationToken ct) =>
        new PolicyAnalysis(model, limits, ct).Reach(tools, turns, calls);

    private PolicyFindings Findings()
    {
        var (dead, toolsNotProven) = (new List<DeadTool>(), new List<string>(_space.Model.Tools));
        var (redundant, constraintsNotProven) = (new List<Redundancy>(), new List<int>(_all));
        var whole = new Decision(Answer.NotProven, null, []);
        for (var round = 0; round < _space.Limits.Rounds.Length; round++)
        {
            if (whole.Answer != Answer.Yes)
                whole = _solver.Decide(_all, [], Weigh.Greedy, round);
            if (whole.Answer == Answer.No)
                return new() { Satisfiable = Answer.No, Contradiction = _solver.Minimal(whole.Core, []) };
            if (whole.Answer == Answer.Yes && _witnesses.Count == 0)
                _witnesses.Add(whole.Trace!);
            toolsNotProven.RemoveAll(tool => AskTool(tool, round, dead));
            if (whole.Answer == Answer.Yes)
                constraintsNotProven.RemoveAll(constraint => AskConstraint(constraint, round, redundant));
        }

        return new()
        {
            Satisfiable = whole.Answer,
            Witness = whole.Answer == Answer.Yes ? _space.Describe(whole.Trace!) : null,
            DeadTools = dead,
            ToolsNotProven = toolsNotProven,
            Redundant = redundant,
            ConstraintsNotProven = constraintsNotProven,
        };
    }

    private bool AskTool(string tool, int round, List<DeadTool> dead)
    {
        Predicate<AbstractEvent> succeeds = e => e.Succeeded && e.Name == tool;
        Predicate<AbstractEvent> called = e => e.Class == EventClass.Call && e.Name == tool;
        var success = Occurs(succeeds, round, out var successGoal);
        if (success.Answer == Answer.Yes)
            return true;
        if (success.Answer == Answer.NotProven)
            return false;
        _solver.Exclude(succeeds, success.Core);
        var call = Occurs(called, round, out var callGoal);
        if (call.Answer == Answer.NotProven)
            return false;
        if (call.Answer == Answer.No)
            _solver.Exclude(called, call.Core);
        dead.Add(call.Answer == Answer.No ? new(tool, false, _solver.Minimal(call.Core, [callGoal])) : new(tool, true, _solver.Minimal(success.Core, [successGoal])));
        return true;
    }

    private Decision Occurs(Predicate<AbstractEvent> isOne, int round, out Strand goal)
    {
        goal = Strand.Occurs(_space.Alphabet, isOne);
        foreach (var witness in _witnesses)
            if (witness.Exists(step => isOne(_space.Alphabet.Events[step.Event])))
                return new(Answer.Yes, witness, []);
        var decision = _solver.Decide(_all, [goal], Weigh.Greedy, round);
        if (decision.Answer == Answer.Yes)
            _witnesses.Add(decision.Trace!);
        return decision;
    }

    private bool AskConstraint(int constraint, int round, List<Redundancy> redundant)
    {
        if (_space.Strands[constraint] is not { } strand)
            return false;
        var broken = strand.Broken();
        var decision = _solver.Decide(Array.FindAll(_all, c => c != constraint), [broken], Weigh.Greedy, round);
        if (decision.Answer != Answer.No)
            return decision.Answer == Answer.Yes;
        var by = _solver.Minimal(decision.Core, [broken]);
        redundant.Add(new(constraint, IsVacuous(constraint, by.Constraints), by));
        return true;
    }

    // The others leave an atom without events: there is nothing for the constraint to say.
    private bool IsVacuous(int constraint, int[] by)
    {
        if (by.Length == 0)
            return true;
        var model = _space.Model.Constraints[constraint];
        for (var atom = 0; atom < model.Atoms.Length; atom++)
        {
            var bit = 1 << atom;
            var occurs = Strand.Occurs(_space.Alphabet, e => _space.Alphabet.Letter(model, e) is >= 0 and var letter && (letter & bit) != 0);
            if (_solver.Decide(by, [occurs]).Answer == Answer.No)
                return true;
        }

        return false;
    }

    private ReachFinding Reach(string[] tools, int turns, int calls)
    {
        var goals = Array.ConvertAll(tools, tool => Strand.Occurs(_space.Alphabet, e => e.Succeeded && e.Name == tool));
        var reach = _solver.Decide(_all, goals);
        if (reach.Answer == Answer.No)
            return new() { Reachable = Answer.No, WithinBudget = Answer.No, Blame = _solver.Minimal(reach.Core, goals) };

        Strand[] budgeted =
        [
            .. goals,
            Strand.AtMost(_space.Alphabet, turns, e => e.Class == EventClass.User),
            Strand.AtMost(_space.Alphabet, calls, e => e.Class == EventClass.Call),
        ];
        var within = _solver.Decide(_all, budgeted);
        var reachable = within.Answer == Answer.Yes ? Answer.Yes : reach.Answer;
        var witness = within.Trace ?? reach.Trace;
        return new()
        {
            Reachable = reachable,
            WithinBudget = within.Answer,
            LeastTurns = Least(goals, Weigh.Turns, EventClass.User),
            LeastCalls = Least(goals, Weigh.Calls, EventClass.Call),
            Blame = within.Answer == Answer.No ? _solver.Minimal(within.Core, budgeted) : null,
            Witness = reachable == Answer.Yes && witness is not null ? _space.Describe(witness) : null,
        };
    }

    private int? Least(Strand[] goals, Weigh weigh, EventClass @class)
    {
        var decision = _solver.Decide(_all, goals, weigh);
        return decision.Answer == Answer.Yes ? decision.Trace!.FindAll(step => _space.Alphabet.Events[step.Event].Class == @class).Count : null;
    }
}
