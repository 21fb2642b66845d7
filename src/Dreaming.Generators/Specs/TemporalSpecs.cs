namespace Dreaming.Generators.Specs;

/// <summary>What kind of event a type stands for.</summary>
internal enum OperandKind
{
    Tool, Signal, Reply, UserTurn, AnyCall, Interface,
}

/// <summary>How a member's value becomes a key.</summary>
internal enum KeyReading
{
    None, Text, Truth, Whole, Date, Instant, Guid,
}

/// <summary>A public property of a type that a constraint speaks about.</summary>
/// <param name="Name">The property.</param>
/// <param name="Type">Its type for a reader, without the question mark of a nullable one.</param>
/// <param name="Reading">How its value becomes a key; <see cref="KeyReading.None"/> when it cannot.</param>
/// <param name="NullableValue">Whether it is a <c>Nullable&lt;T&gt;</c>.</param>
internal sealed record KeySpec(string Name, string Type, KeyReading Reading, bool NullableValue);

/// <summary>A type that a constraint can speak about.</summary>
/// <param name="Type">With <c>global::</c>.</param>
/// <param name="Name">The simple name.</param>
/// <param name="Event">The name of its events; empty for an interface, which has those of what implements it.</param>
/// <param name="Supertypes">What it derives from and implements, with <c>global::</c>.</param>
internal sealed record OperandSpec(OperandKind Kind, string Type, string Name, string Event, EquatableArray<string> Supertypes, EquatableArray<KeySpec> Keys);

/// <summary>A tool or signal as the constraints of its domain see it.</summary>
/// <param name="Interfaces">The interfaces that stand for it among others.</param>
internal sealed record EventSpec(OperandSpec Operand, EquatableArray<OperandSpec> Interfaces);

/// <summary>A signal.</summary>
internal sealed record SignalSpec(string Id, string Description, EventSpec Event);

/// <summary>A guard.</summary>
/// <param name="Name">The method with its policy class: equal names are the same guard.</param>
/// <param name="Method">The method of the policy class.</param>
/// <param name="Takes">The type of its parameter, with <c>global::</c>.</param>
internal sealed record GuardSpec(string Name, string Method, string Takes);

/// <summary>An atom as it is written.</summary>
/// <param name="Written">The type's name.</param>
/// <param name="Operand">The type; null in a formula, whose names are looked up among those of the domain.</param>
internal sealed record AtomSpec(string Written, OperandSpec? Operand, bool Succeeded, GuardSpec? Guard);

/// <summary>A temporal constraint as it is written.</summary>
/// <param name="Template">The template's name, or <c>Ltlf</c>.</param>
/// <param name="Count">The number of a template that counts; else 0.</param>
/// <param name="Tick">The member of <c>ConstraintTick</c>.</param>
/// <param name="Limit">The most ticks; -1 without a limit.</param>
/// <param name="Same">The correlating member; empty for none.</param>
/// <param name="Formula">The formula of an <c>Ltlf</c>; else empty.</param>
internal sealed record TemporalSpec(
    string Template,
    string Id,
    string Text,
    string Because,
    string Harm,
    string Likelihood,
    int Count,
    string Tick,
    int Limit,
    string Same,
    string Formula,
    EquatableArray<AtomSpec> Atoms);

/// <summary>A constraint whose types have been found in its domain.</summary>
/// <param name="Written">The constraint as it is written.</param>
/// <param name="Scope">The member of <c>ConstraintScope</c>.</param>
internal sealed record BoundConstraint(TemporalSpec Written, string Scope, EquatableArray<BoundAtom> Atoms);

/// <summary>An atom whose events are known.</summary>
/// <param name="Label">For a reader.</param>
/// <param name="Events">Their names, in ordinal order.</param>
/// <param name="Type">What a record of the events is cast to.</param>
/// <param name="Key">The correlating member; null without one.</param>
internal sealed record BoundAtom(string Label, EquatableArray<string> Events, string Type, bool Succeeded, GuardSpec? Guard, KeySpec? Key);

/// <summary>The temporal constraints of a policy class, ordered by id.</summary>
internal sealed record BoundPolicy(TypeSpec Type, EquatableArray<BoundConstraint> Constraints);
