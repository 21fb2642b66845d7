namespace Dreaming;

/// <summary>The ways in which a tool fails that are not the agent's doing.</summary>
public enum ToolFault
{
    /// <summary>No answer in time. The call was not executed; a later one may be.</summary>
    Timeout,

    /// <summary>Too many calls; a later one is served.</summary>
    RateLimited,

    /// <summary>A passing internal error; a later call is served.</summary>
    Transient,

    /// <summary>The tool is down and stays so for the whole conversation.</summary>
    Outage,

    /// <summary>The answer arrives cut short and says so.</summary>
    Partial,

    /// <summary>The answer shows the world as it was before the conversation's last writes, and says as of when.</summary>
    Stale,

    /// <summary>The answer is not what the contract promises.</summary>
    Malformed,
}
