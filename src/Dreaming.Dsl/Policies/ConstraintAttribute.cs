namespace Dreaming;

/// <summary>
/// A temporal constraint of a policy: what must happen, must not happen, or must happen in some order, in every conversation. Stands on a class with <see cref="PolicyAttribute"/>.
/// The templates and their meaning are those of DECLARE (Pesic, Schonenberg, van der Aalst, EDOC 2007) over finite traces (De Giacomo, Vardi, IJCAI 2013).
/// <para>
/// A type argument is a tool record (a call of it), a signal record (the user revealed it), <see cref="Reply"/> (the agent spoke), <see cref="UserTurn"/> (the user spoke),
/// <see cref="AnyCall"/>, or an interface, which stands for every tool and signal of the domain that implements it.
/// </para>
/// <para>
/// A trace holds the events that a constraint speaks about and nothing else: one that names only tools sees the calls; one that names a signal sees calls and signals; one that names
/// <see cref="Reply"/> or <see cref="UserTurn"/>, or counts turns, sees the whole conversation. So <c>Init</c> of a tool speaks of the first call, whatever was said before it.
/// </para>
/// </summary>
public abstract class ConstraintAttribute : Attribute
{
    private protected ConstraintAttribute()
    {
    }

    /// <summary>A kebab-case name, unique in the domain. Made of the template and its types when it is left out.</summary>
    public string Id { get; set; } = "";

    /// <summary>
    /// Data correlation: the name of a member that all the constraint's types have, with one type. The constraint then holds for each value of it on its own: events with another value
    /// are, for this value, events that the constraint does not speak about. A missing or null value is a value like any other.
    /// The member is a public property: a string, a bool, a whole number, an enum, a <see cref="DateOnly"/>, a <see cref="DateTimeOffset"/> or a <see cref="Guid"/>.
    /// </summary>
    public string Same { get; set; } = "";

    /// <summary>
    /// The name of a static predicate of the policy class, <c>bool Name(TEvent e)</c>: only events that meet it count. It guards the type that it takes; where both are of that type, the first.
    /// It may be private, and may not throw: an event on which it does has no verdict.
    /// </summary>
    public string When { get; set; } = "";

    /// <summary>The worst credible consequence of a violation, by the levels of DCB0129.</summary>
    /// <value>The default is <see cref="Harm.Minor"/>.</value>
    public Harm Harm { get; set; } = Harm.Minor;

    /// <summary>How likely that consequence is, once the constraint is violated.</summary>
    /// <value>The default is <see cref="Likelihood.Medium"/>.</value>
    public Likelihood Likelihood { get; set; } = Likelihood.Medium;

    /// <summary>The sentence that agent and reader are shown: what must hold, and why.</summary>
    public string Because { get; set; } = "";
}

/// <summary>A constraint on one kind of event.</summary>
/// <typeparam name="T">A tool, a signal, <see cref="Reply"/>, <see cref="UserTurn"/>, <see cref="AnyCall"/> or an interface.</typeparam>
public abstract class UnaryConstraintAttribute<T> : ConstraintAttribute
{
    private protected UnaryConstraintAttribute()
    {
    }

    /// <summary>Only calls that returned a result count. Signals, replies and turns count always.</summary>
    public bool Succeeded { get; set; }
}

/// <summary>A constraint on two kinds of events.</summary>
/// <typeparam name="TFirst">The first of the template's two: a tool, a signal, <see cref="Reply"/>, <see cref="UserTurn"/>, <see cref="AnyCall"/> or an interface.</typeparam>
/// <typeparam name="TSecond">The second, likewise.</typeparam>
public abstract class BinaryConstraintAttribute<TFirst, TSecond> : ConstraintAttribute
{
    private protected BinaryConstraintAttribute()
    {
    }

    /// <summary>Of which of the two only calls that returned a result count.</summary>
    public Side Succeeded { get; set; }
}

/// <summary>Which of a constraint's two types.</summary>
public enum Side
{
    /// <summary>Neither.</summary>
    Neither,

    /// <summary>The first.</summary>
    First,

    /// <summary>The second.</summary>
    Second,

    /// <summary>Both.</summary>
    Both,
}
