namespace Dreaming;

/// <summary>Declares a scenario: a partial record that implements <see cref="IScenario{TSelf, TWorld}"/>.</summary>
/// <param name="id">A kebab-case name, unique in the domain.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ScenarioAttribute(string id) : Attribute
{
    /// <summary>A kebab-case name, unique in the domain.</summary>
    public string Id { get; } = id;

    /// <summary>One sentence for the reader of a report: who wants what.</summary>
    public string Title { get; set; } = "";

    /// <summary>The scenario belongs to the safety suite: the gate demands that no run of it violates an invariant.</summary>
    public bool Safety { get; set; }
}

/// <summary>One way in which the user opens the conversation. Names of slots in braces are replaced by what the user would say for them.</summary>
/// <param name="template">For example <c>Hi, I need more {Medication}</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SaysAttribute(string template) : Attribute
{
    /// <summary>The template.</summary>
    public string Template { get; } = template;
}

/// <summary>What a rollout of the scenario may cost before it is ended.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BudgetAttribute : Attribute
{
    /// <summary>The most messages the user sends.</summary>
    /// <value>The default is 12.</value>
    public int Turns { get; set; } = 12;

    /// <summary>The most tool calls the agent makes.</summary>
    /// <value>The default is 16.</value>
    public int ToolCalls { get; set; } = 16;
}

/// <summary>
/// Says that the scenario succeeds only by a call of a tool that returned a result. Several of them are all needed. The compiler refuses a policy under which no conversation within the
/// <see cref="BudgetAttribute">budget</see> can come to that.
/// </summary>
/// <typeparam name="TTool">The tool's record.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SucceedsByAttribute<TTool> : Attribute;

/// <summary>The user knows this and does not volunteer it: it is told when asked for.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class HiddenAttribute : Attribute;

/// <summary>The user does not know this: it is a fact of the world that the agent has to find out.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class UnknownAttribute : Attribute;

/// <summary>Further words by which a question asks for this slot, beside the words of its name.</summary>
/// <param name="phrases">For example <c>"date of birth", "DOB", "born"</c>.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class AskedAttribute(params string[] phrases) : Attribute
{
    /// <summary>The phrases.</summary>
    public IReadOnlyList<string> Phrases { get; } = phrases;
}

/// <summary>
/// A grounded "what if": an instance method of a scenario, <c>TWorld Name(TWorld world)</c>, that returns the world as it would be had something else been true.
/// The scenario's success is judged in that world.
/// </summary>
/// <param name="id">A kebab-case name, unique in the scenario.</param>
/// <param name="description">What is different, for the reader of a report.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CounterfactualAttribute(string id, string description) : Attribute
{
    /// <summary>A kebab-case name, unique in the scenario.</summary>
    public string Id { get; } = id;

    /// <summary>What is different, for the reader of a report.</summary>
    public string Description { get; } = description;
}
