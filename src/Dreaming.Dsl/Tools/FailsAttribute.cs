namespace Dreaming;

/// <summary>Declares how a tool is known to fail, apart from refusing a request on its merits. Failure injection draws from these and no others.</summary>
/// <param name="faults">The faults, each at most once.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FailsAttribute(params ToolFault[] faults) : Attribute
{
    /// <summary>The declared faults.</summary>
    public IReadOnlyList<ToolFault> Faults { get; } = faults;
}
