using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Rollouts.Tests.Kiosk;

namespace Dreaming.Shields.Tests.Kit;

// The kiosk's constraints as a generator would write them. Bits of letters: atoms first, then the tick.
public static class Templates
{
    private const int Broken = 9;

    public static AtomContract Tool(string name, bool succeeded = false, bool keyed = false, string? guard = null, Func<object, bool>? holds = null) =>
        new(name + (succeeded ? " succeeded" : "") + (guard is null ? "" : $" [{guard}]"), [name])
        {
            Succeeded = succeeded,
            Guard = guard,
            Holds = holds,
            KeyOf = keyed ? c => CorrelationKey.Of(((KioskCall)c).Ticket) : null,
        };

    public static AtomContract Event(string name, string label) => new(label, [name]);

    // b only after a.
    public static ConstraintContract Precedence(string id, AtomContract a, AtomContract b, string? key = null) => Make(
        id, ConstraintScope.Calls, [a, b], ConstraintTick.None, key,
        Tables.Of(2, (s, l) => s != 0 ? s : (l & 2) != 0 ? Broken : (l & 1) != 0 ? 1 : 0, s => s != Broken));

    // After a, b, sooner or later.
    public static ConstraintContract Response(string id, AtomContract a, AtomContract b, ConstraintScope scope = ConstraintScope.Signals, string? key = null) => Make(
        id, scope, [a, b], ConstraintTick.None, key,
        Tables.Of(2, (s, l) => (l & 1) != 0 ? 1 : (l & 2) != 0 ? 0 : s, s => s == 0));

    // After a, b before the user speaks again.
    public static ConstraintContract ResponseBeforeTheNextTurn(string id, AtomContract a, AtomContract b) => Make(
        id, ConstraintScope.Conversation, [a, b], ConstraintTick.Turns, null,
        Tables.Of(3, (s, l) => s == Broken ? Broken : s == 1 && (l & 4) != 0 ? Broken : (l & 1) != 0 ? 1 : (l & 2) != 0 ? 0 : s, s => s == 0));

    public static ConstraintContract AtMost(string id, int count, AtomContract a, string? key = null, ConstraintScope scope = ConstraintScope.Calls) => Make(
        id, scope, [a], ConstraintTick.None, key,
        Tables.Of(1, (s, l) => s == Broken || (l & 1) == 0 ? s : s == count ? Broken : s + 1, s => s != Broken));

    public static ConstraintContract Absence(string id, AtomContract a, ConstraintScope scope = ConstraintScope.Calls) => AtMost(id, 0, a, null, scope);

    public static ConstraintContract NotSuccession(string id, AtomContract a, AtomContract b) => Make(
        id, ConstraintScope.Calls, [a, b], ConstraintTick.None, null,
        Tables.Of(2, (s, l) => s == Broken || (s == 1 && (l & 2) != 0) ? Broken : (l & 1) != 0 ? 1 : s, s => s != Broken));

    // b right after a, with nothing in between.
    public static ConstraintContract ChainResponse(string id, AtomContract a, AtomContract b, ConstraintScope scope) => Make(
        id, scope, [a, b], ConstraintTick.None, null,
        Tables.Of(2, (s, l) => s == Broken || (s == 1 && (l & 2) == 0) ? Broken : (l & 1) != 0 ? 1 : 0, s => s == 0));

    public static ConstraintContract Make(
        string id, ConstraintScope scope, ImmutableArray<AtomContract> atoms, ConstraintTick tick, string? key, AutomatonContract automaton, Harm harm = Harm.Considerable) => new()
        {
            Id = id,
            Text = $"{id}({string.Join(", ", atoms.Select(a => a.Label))})",
            Because = $"{id.Replace('-', ' ')}.",
            Harm = harm,
            Scope = scope,
            Atoms = atoms,
            Tick = tick,
            Key = key,
            Automaton = automaton,
        };
}
