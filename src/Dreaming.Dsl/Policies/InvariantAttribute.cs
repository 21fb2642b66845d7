namespace Dreaming;

/// <summary>
/// Declares a predicate that must hold. Never averaged: one violation vetoes the rollout.
/// The method is static and returns <see langword="bool"/>; its parameters say when it is asked, and may be any of, each at most once:
/// <list type="bullet">
/// <item>a tool record: asked before each call of that tool;</item>
/// <item>the sandbox: the world as it is at that moment (before the call, or at the end);</item>
/// <item><see cref="Trajectory"/>: everything that happened until then (the call in question not included).</item>
/// </list>
/// Without a tool record it is asked once, at the end of the rollout.
/// <para>
/// On the record of a tool, of data or of a scenario it is an instance method without parameters: a predicate across the members. It is part of the record's contract: a document that
/// breaks it is refused, arguments before they reach the tool, with the rule <c>invariant</c> and the pointer of the record. It is asked once each member is right; for it the record is
/// read, so that a validator with predicates allocates where others do not. Records that derive from this one are held to it too.
/// </para>
/// </summary>
/// <param name="id">A kebab-case name, unique in the domain.</param>
/// <param name="harm">The worst credible consequence of a violation.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InvariantAttribute(string id, Harm harm) : Attribute
{
    /// <summary>A kebab-case name, unique in the domain.</summary>
    public string Id { get; } = id;

    /// <summary>The worst credible consequence of a violation.</summary>
    public Harm Harm { get; } = harm;

    /// <summary>How likely that consequence is, once the invariant is violated.</summary>
    /// <value>The default is <see cref="Likelihood.Medium"/>.</value>
    public Likelihood Likelihood { get; set; } = Likelihood.Medium;

    /// <summary>The sentence that agent and reader are shown: what must hold, and why.</summary>
    public string Because { get; set; } = "";
}
