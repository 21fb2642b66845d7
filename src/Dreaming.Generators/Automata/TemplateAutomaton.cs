using Dreaming.Automata;

namespace Dreaming.Generators.Automata;

/// <summary>
/// From a template to its minimal automaton. Bit 0 of a letter is the first event, bit 1 the second where there are two; with a limit, the bit above is the tick.
/// What a template says of an event that is both, and of ticks, stands on its attribute.
/// </summary>
internal static class TemplateAutomaton
{
    /// <summary>The number of events that a template speaks about: 1 or 2.</summary>
    public static int Atoms(Template template) => template < Template.RespondedExistence ? 1 : 2;

    /// <summary>Whether the template says how often.</summary>
    public static bool TakesCount(Template template) => template is Template.AtLeast or Template.AtMost or Template.Exactly;

    /// <summary>Whether the template can be limited to so many ticks.</summary>
    public static bool TakesLimit(Template template) => template
        is Template.Existence
        or Template.RespondedExistence or Template.CoExistence
        or Template.Response or Template.AlternateResponse
        or Template.Precedence or Template.AlternatePrecedence
        or Template.Succession or Template.AlternateSuccession;

    /// <summary>The minimal automaton of a template; null with the reason when there is none.</summary>
    /// <param name="template">The template.</param>
    /// <param name="count">How often, for a template that takes a count; no other reads it.</param>
    /// <param name="limit">The limit, for a template that takes one.</param>
    /// <param name="failure">Why there is none.</param>
    public static Automaton? Build(Template template, int count, Limit limit, out AutomatonFailure failure)
    {
        if (limit.Ticks is { } ticks && (ticks < 0 || !TakesLimit(template)) || (TakesCount(template) && count < 0))
        {
            failure = AutomatonFailure.NotSupported;
            return null;
        }

        var (first, second) = Machines(template, count, limit.Ticks ?? 0);
        var letters = 1 << (Atoms(template) + (limit.Ticks is null ? 0 : 1));
        var built = Explored(first, Atoms(template), letters);
        if (built is not null && second is not null)
            built = Explored(second, Atoms(template), letters) is { } other ? Exploration.Both(built, other) : null;
        failure = built is null ? AutomatonFailure.TooLarge : AutomatonFailure.None;
        return built;
    }

    private static Automaton? Explored(StepMachine machine, int atoms, int letters) =>
        Exploration.Of<StepState>(letters, default, (state, letter) => machine.Step(state, StepEvent.Of(letter, atoms)), machine.Accepts);

    // Where nothing is counted no tick ever comes, and a limit of 0 is none. A trace must meet both machines where there are two.
    private static (StepMachine First, StepMachine? Second) Machines(Template template, int count, int limit) => template switch
    {
        Template.Existence => (UnaryMachines.Existence(limit), null),
        Template.Absence => (UnaryMachines.Count(0, 0), null),
        Template.AtLeast => (UnaryMachines.Count(count, null), null),
        Template.AtMost => (UnaryMachines.Count(0, count), null),
        Template.Exactly => (UnaryMachines.Count(count, count), null),
        Template.Init => (UnaryMachines.Init, null),
        Template.End => (UnaryMachines.End, null),
        Template.RespondedExistence => (ResponseMachines.RespondedExistence(limit), null),
        Template.CoExistence => (ResponseMachines.RespondedExistence(limit), ResponseMachines.RespondedExistenceOfFirst(limit)),
        Template.Response => (ResponseMachines.Response(limit, alternate: false), null),
        Template.AlternateResponse => (ResponseMachines.Response(limit, alternate: true), null),
        Template.ChainResponse => (ResponseMachines.Chain, null),
        Template.Precedence => (PrecedenceMachines.Precedence(limit, alternate: false), null),
        Template.AlternatePrecedence => (PrecedenceMachines.Precedence(limit, alternate: true), null),
        Template.ChainPrecedence => (PrecedenceMachines.Chain, null),
        Template.Succession => (ResponseMachines.Response(limit, alternate: false), PrecedenceMachines.Precedence(limit, alternate: false)),
        Template.AlternateSuccession => (ResponseMachines.Response(limit, alternate: true), PrecedenceMachines.Precedence(limit, alternate: true)),
        Template.ChainSuccession => (ResponseMachines.Chain, PrecedenceMachines.Chain),
        Template.NotCoExistence => (ChoiceMachines.NotCoExistence, null),
        Template.NotSuccession => (ChoiceMachines.NotSuccession, null),
        Template.NotChainSuccession => (ChoiceMachines.NotChainSuccession, null),
        Template.Choice => (ChoiceMachines.Choice, null),
        Template.ExclusiveChoice => (ChoiceMachines.ExclusiveChoice, null),
        _ => throw new System.ArgumentOutOfRangeException(nameof(template), template, "There is no such template."),
    };
}
