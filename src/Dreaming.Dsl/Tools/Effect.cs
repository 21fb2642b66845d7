namespace Dreaming;

/// <summary>What a successful call of a tool does to the world.</summary>
public enum Effect
{
    /// <summary>Looks something up; the world stays as it was.</summary>
    Read,

    /// <summary>Computes something from its arguments alone.</summary>
    None,

    /// <summary>Changes the world.</summary>
    Write,

    /// <summary>Hands the conversation to a human; the agent's part ends with it.</summary>
    Handover,
}
