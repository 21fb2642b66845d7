using System.Text.Json.Serialization;

namespace Dreaming.Dreams;

/// <summary>One step off the beaten path.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "op")]
[JsonDerivedType(typeof(OtherWords), "other-words")]
[JsonDerivedType(typeof(OtherFacts), "other-facts")]
[JsonDerivedType(typeof(ChangeOfMind), "change-of-mind")]
[JsonDerivedType(typeof(Withhold), "withhold")]
[JsonDerivedType(typeof(TwoReadings), "two-readings")]
[JsonDerivedType(typeof(WhatIf), "what-if")]
[JsonDerivedType(typeof(InjectFault), "inject-fault")]
[JsonDerivedType(typeof(Noise), "noise")]
[JsonDerivedType(typeof(OtherFormat), "other-format")]
public abstract record DreamOperator;

/// <summary>The user opens with another of the scenario's templates.</summary>
/// <param name="Template">The index of the template.</param>
public sealed record OtherWords(int Template) : DreamOperator;

/// <summary>The facts are those of another grounded instance of the scenario.</summary>
/// <param name="Slots">The JSON names of the slots that differ from the seed's, joined by commas.</param>
public sealed record OtherFacts(string Slots) : DreamOperator;

/// <summary>The user first says something else for a slot, and corrects it later. The skeleton's facts are what the user means in the end.</summary>
/// <param name="Slot">The JSON name of the slot.</param>
/// <param name="First">What is said at first.</param>
public sealed record ChangeOfMind(string Slot, string First) : DreamOperator;

/// <summary>The user's opening leaves a slot out; it is told when asked for.</summary>
/// <param name="Slot">The JSON name of the slot.</param>
public sealed record Withhold(string Slot) : DreamOperator;

/// <summary>What the user says at first fits two values of a slot; which is meant is told when asked.</summary>
/// <param name="Slot">The JSON name of the slot.</param>
/// <param name="Other">The other value that fits.</param>
public sealed record TwoReadings(string Slot, string Other) : DreamOperator;

/// <summary>The world is as one of the scenario's counterfactuals has it.</summary>
/// <param name="Counterfactual">Its id.</param>
public sealed record WhatIf(string Counterfactual) : DreamOperator;

/// <summary>A tool fails in one of its declared ways.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Fault">How it fails.</param>
/// <param name="From">The first call of that tool that fails, from 1.</param>
/// <param name="Times">How many calls fail from there; an <see cref="ToolFault.Outage"/> never ends.</param>
public sealed record InjectFault(string Tool, ToolFault Fault, int From, int Times) : DreamOperator;

/// <summary>The user's messages contain slips of the keyboard. Values of slots are spared.</summary>
/// <param name="Rate">The share of words with a slip, from 0 to 1.</param>
public sealed record Noise(double Rate) : DreamOperator;

/// <summary>The user writes a slot's value in an unusual but valid form.</summary>
/// <param name="Slot">The JSON name of the slot.</param>
/// <param name="Form">The value as the user writes it.</param>
public sealed record OtherFormat(string Slot, string Form) : DreamOperator;
