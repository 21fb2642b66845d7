namespace Dreaming;

/// <summary>Declares that this assembly is one domain: its tools, policy, scenarios, rubric and sandbox.</summary>
/// <param name="name">The domain's name in kebab-case, unique among the domains of a team, for example <c>refill-desk</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class DomainAttribute(string name) : Attribute
{
    /// <summary>The domain's name in kebab-case.</summary>
    public string Name { get; } = name;

    /// <summary>What kind of clinical work this is, by MedHELM's taxonomy; <see cref="MedHelm.None"/> outside of medicine.</summary>
    public MedHelm Task { get; set; }

    /// <summary>What an agent is told before it meets a user: the system prompt for chat models.</summary>
    public string Instructions { get; set; } = "";
}
