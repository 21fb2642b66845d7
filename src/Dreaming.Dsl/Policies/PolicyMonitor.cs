using System.Collections.Immutable;
using Dreaming.Contracts;

namespace Dreaming;

/// <summary>
/// Watches one conversation for a <see cref="PolicyProgram"/>. After each event it knows the verdict of RV-LTL (Bauer, Leucker, Schallhart, 2010) of every constraint, for every value
/// of a correlated one. An event allocates nothing once the values in it are known. For one thread at a time.
/// </summary>
public sealed partial class PolicyMonitor
{
    private readonly FreeStates _free;
    private readonly KeyedStates[] _keyed;
    private readonly CorrelationKey[] _eventKeys;
    private readonly bool[] _acts;
    private ushort _place;

    internal PolicyMonitor(PolicyProgram program)
    {
        Program = program;
        _free = new(program.Layout.FreeTable);
        _keyed = [.. program.Layout.SpaceTables.Select((table, space) => new KeyedStates(space, table))];
        (_eventKeys, _acts) = (new CorrelationKey[_keyed.Length], new bool[_keyed.Length]);
        _search = new(program);
    }

    private PolicyMonitor(PolicyMonitor other)
    {
        Program = other.Program;
        _free = other._free.Fork();
        _keyed = Array.ConvertAll(other._keyed, keyed => keyed.Fork());
        (_eventKeys, _acts) = (new CorrelationKey[_keyed.Length], new bool[_keyed.Length]);
        (_place, _doomed) = (other._place, other._doomed);
        _search = other._search.Fork();
    }

    /// <summary>What it watches for.</summary>
    public PolicyProgram Program { get; }

    /// <summary>
    /// The verdict of all constraints together, each taken by itself: permanently violated when one is, and so on down. Constraints that cannot be met together any more are
    /// told by <see cref="FindDoom"/>.
    /// </summary>
    public RvVerdict Verdict
    {
        get
        {
            var verdict = _free.Counts.Conjunction;
            for (var space = 0; space < _keyed.Length; space++)
                for (var slot = 0; slot < Program.Layout.Spaces[space].Length; slot++)
                    if (_keyed[space].VerdictOf(slot) is var one && one < verdict)
                        verdict = one;
            return verdict;
        }
    }

    /// <summary>Takes the next event.</summary>
    /// <exception cref="PolicyGuardException">A guard or the reading of a key threw. The monitor is as it was before the event, which has no verdict.</exception>
    public void Observe(in PolicyEvent e) => Step(e, null);

    /// <summary>
    /// The verdict of a constraint. A correlated one is violated when it is for some value, permanently before temporarily; it is permanently satisfied when no value, not even one that
    /// has yet to occur, can violate it any more.
    /// </summary>
    /// <param name="constraint">Its place in <see cref="PolicyProgram.Constraints"/>.</param>
    public RvVerdict VerdictOf(int constraint)
    {
        var (space, slot) = (Program.Layout.SpaceOf[constraint], Program.Layout.SlotOf[constraint]);
        return space < 0 ? _free.VerdictOf(slot) : _keyed[space].VerdictOf(slot);
    }

    /// <summary>The verdict of a correlated constraint for one value; of one that is not correlated, the verdict for every value.</summary>
    /// <param name="constraint">Its place in <see cref="PolicyProgram.Constraints"/>.</param>
    /// <param name="key">The value; it need not have occurred.</param>
    public RvVerdict VerdictOf(int constraint, CorrelationKey key)
    {
        var (space, slot) = (Program.Layout.SpaceOf[constraint], Program.Layout.SlotOf[constraint]);
        return space < 0 ? _free.VerdictOf(slot) : _keyed[space].VerdictOf(slot, _keyed[space].Find(key));
    }

    /// <summary>The values of a correlated constraint's member that have occurred in an event of a constraint of that member; none for one that is not correlated.</summary>
    /// <param name="constraint">Its place in <see cref="PolicyProgram.Constraints"/>.</param>
    public ImmutableArray<CorrelationKey> KeysOf(int constraint) =>
        Program.Layout.SpaceOf[constraint] is >= 0 and var space ? [.. Enumerable.Range(0, _keyed[space].Count).Select(_keyed[space].KeyAt)] : [];

    /// <summary>The state of a constraint's automaton, for a count of what was exercised; of a correlated one, the state of the automaton of one value, which accepts until the value has occurred.</summary>
    /// <param name="constraint">Its place in <see cref="PolicyProgram.Constraints"/>.</param>
    /// <param name="key">The value, which need not have occurred; not read where the constraint is not correlated.</param>
    public int StateOf(int constraint, CorrelationKey key = default)
    {
        var (space, slot) = (Program.Layout.SpaceOf[constraint], Program.Layout.SlotOf[constraint]);
        return space < 0 ? _free.StateOf(slot) : _keyed[space].StateOf(slot, _keyed[space].Find(key));
    }

    /// <summary>What is open: each constraint that is violated if the conversation ends now, and that something can still mend; a correlated one for each such value.</summary>
    public ImmutableArray<PolicyObligation> Open() => Having(RvVerdict.TemporarilyViolated);

    /// <summary>What is violated for good, likewise.</summary>
    public ImmutableArray<PolicyObligation> Violated() => Having(RvVerdict.PermanentlyViolated);

    /// <summary>
    /// What the conversation violated, now that it is over: what is violated for good and, where the end is the agent's doing, what is open. Where something else cut it short, what is open
    /// has no verdict: the user's simulator or the machine failed, nothing could answer, the recording does not say, or the failure has an owner other than the agent.
    /// </summary>
    /// <param name="end">How it ended.</param>
    public ImmutableArray<PolicyObligation> ViolatedAtEnd(Ended end)
    {
        ArgumentNullException.ThrowIfNull(end);
        var cutShort = end.Reason is EndReason.UserFailed or EndReason.Ungrounded or EndReason.Broken or EndReason.Unknown || end.Owner is not (Owner.None or Owner.Agent);
        return cutShort ? Violated() : [.. Violated(), .. Open()];
    }

    /// <summary>A monitor of its own that stands where this one does.</summary>
    public PolicyMonitor Fork() => new(this);

    /// <summary>Goes back to the beginning of a conversation.</summary>
    public void Reset()
    {
        _free.Reset();
        foreach (var keyed in _keyed)
            keyed.Reset();
        (_place, _doomed) = (0, null);
        _search.Reset();
    }

    private ImmutableArray<PolicyObligation> Having(RvVerdict verdict)
    {
        var having = ImmutableArray.CreateBuilder<PolicyObligation>();
        for (var constraint = 0; constraint < Program.Constraints.Length; constraint++)
        {
            var (space, slot) = (Program.Layout.SpaceOf[constraint], Program.Layout.SlotOf[constraint]);
            if (space < 0 && _free.VerdictOf(slot) == verdict)
                having.Add(new(Program.Constraints[constraint], null));
            for (var entry = 0; space >= 0 && entry < _keyed[space].Count; entry++)
                if (_keyed[space].VerdictOf(slot, entry) == verdict)
                    having.Add(new(Program.Constraints[constraint], _keyed[space].KeyAt(entry)));
        }

        return having.DrainToImmutable();
    }

    private void Step(in PolicyEvent e, UndoLog? log)
    {
        var plan = Program.PlanOf(e);
        var kind = (int)e.Kind;

        // Everything that may throw comes first.
        var held = plan.Guards.Length == 0 || e.Value is null ? 0 : Held(plan, e.Value);
        for (var space = 0; space < _keyed.Length; space++)
            _acts[space] = plan.Keyed[space] is { } keyPlan && ReadKey(space, keyPlan, kind, held, e.Value);

        _free.Step(plan, kind, held, log);
        for (var space = 0; space < _keyed.Length; space++)
        {
            if (_acts[space])
                _keyed[space].Act(plan.Keyed[space]!, kind, held, _eventKeys[space], log);
            else
                _keyed[space].Pass(kind, log);
        }

        _place = plan.Place;
    }

    private bool ReadKey(int space, KeyPlan plan, int kind, ulong held, object? value)
    {
        if (!_keyed[space].Acts(plan, kind, held))
            return false;
        try
        {
            _eventKeys[space] = value is null ? CorrelationKey.None : plan.KeyOf(value);
            return true;
        }
        catch (Exception e)
        {
            throw new PolicyGuardException(plan.Constraint, plan.Member, e);
        }
    }

    private static ulong Held(PolicyPlan plan, object value)
    {
        var held = 0UL;
        for (var at = 0; at < plan.Guards.Length; at++)
        {
            try
            {
                if (plan.Guards[at].Holds(value))
                    held |= 1UL << at;
            }
            catch (Exception e)
            {
                throw new PolicyGuardException(plan.Guards[at].Constraint, plan.Guards[at].Name, e);
            }
        }

        return held;
    }
}
