namespace Dreaming;

/// <summary>Declares a static partial class that holds weighted criteria. A domain's rubric is the union of its rubric classes and of those they include.</summary>
/// <param name="id">A kebab-case name.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RubricAttribute(string id) : Attribute
{
    /// <summary>A kebab-case name.</summary>
    public string Id { get; } = id;

    /// <summary>Rubric classes, of this or of referenced assemblies, whose criteria are part of this one.</summary>
    public Type[] Includes { get; set; } = [];
}

/// <summary>
/// Declares a criterion with a body: a static method that returns <see cref="Verdict"/> or <see langword="bool"/>. Its parameters may be any of, each at most once:
/// <see cref="Trajectory"/>; a scenario record (the criterion is not applicable in other scenarios); the sandbox, once as <c>before</c> and once as <c>after</c>.
/// </summary>
/// <param name="id">A kebab-case name, unique in the domain.</param>
/// <param name="heading">The QUEST dimension under which it is reported.</param>
/// <param name="points">From -10 to 10, never zero. Negative points: the described thing is undesirable, and met means that it is there.</param>
/// <param name="text">One observable fact, as a statement that is true when the criterion is met.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CriterionAttribute(string id, Quest heading, int points, string text) : Attribute
{
    /// <summary>A kebab-case name, unique in the domain.</summary>
    public string Id { get; } = id;

    /// <summary>The QUEST dimension under which it is reported.</summary>
    public Quest Heading { get; } = heading;

    /// <summary>From -10 to 10, never zero.</summary>
    public int Points { get; } = points;

    /// <summary>One observable fact, as a statement that is true when the criterion is met.</summary>
    public string Text { get; } = text;
}

/// <summary>Declares a criterion that a chat model judges. Without one it is Unscored, and the report says so.</summary>
/// <inheritdoc cref="CriterionAttribute(string, Quest, int, string)"/>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class JudgedAttribute(string id, Quest heading, int points, string text) : Attribute
{
    /// <summary>A kebab-case name, unique in the domain.</summary>
    public string Id { get; } = id;

    /// <summary>The QUEST dimension under which it is reported.</summary>
    public Quest Heading { get; } = heading;

    /// <summary>From -10 to 10, never zero.</summary>
    public int Points { get; } = points;

    /// <summary>One observable fact, as a statement that is true when the criterion is met.</summary>
    public string Text { get; } = text;
}
