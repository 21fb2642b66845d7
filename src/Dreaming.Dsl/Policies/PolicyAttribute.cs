namespace Dreaming;

/// <summary>Declares a static partial class that holds a domain's policy: its <see cref="InvariantAttribute">invariants</see> and temporal constraints.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PolicyAttribute : Attribute;
