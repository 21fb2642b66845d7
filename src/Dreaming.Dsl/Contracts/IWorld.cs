namespace Dreaming.Contracts;

/// <summary>A sandbox as the runtime sees it. Implemented by generated code.</summary>
public interface IWorld
{
    /// <summary>Executes a call.</summary>
    /// <param name="call">The domain's record of the call.</param>
    /// <returns>A result or a refusal.</returns>
    /// <exception cref="ArgumentException">The call is of no tool of this domain.</exception>
    SandboxReply Handle(object call);

    /// <summary>A world with the same state that changes on its own from here.</summary>
    IWorld Fork();
}

/// <summary>A sandbox's answer in the form that an agent reads.</summary>
/// <param name="Refused">It is a refusal on the merits.</param>
/// <param name="Content">JSON, or the bare text of a string result or of a refusal.</param>
public readonly record struct SandboxReply(bool Refused, string Content);
