using System.Collections.Immutable;

namespace Dreaming.Benchmarks.Recordings;

/// <summary>A recorded conversation between an agent, a user and the tools of a shop.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Id">Its id in that file.</param>
/// <param name="Task">The task that the user had.</param>
/// <param name="Trial">Which run of the task it is, from 0.</param>
/// <param name="Reward">From 0 to 1; 1 is success.</param>
/// <param name="Trajectory">What happened.</param>
/// <param name="Calls">The agent's tool calls, in order.</param>
public sealed record RecordedSimulation(string File, string Id, string Task, int Trial, double Reward, Trajectory Trajectory, ImmutableArray<RecordedCall> Calls);

/// <summary>A recorded call of the agent and what the tool answered.</summary>
/// <param name="Index">Its place among the calls of the simulation, from 0.</param>
/// <param name="Tool">The tool's name.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Content">The answer, without the prefix that marks an error.</param>
/// <param name="IsError">The tool turned the call down.</param>
public sealed record RecordedCall(int Index, string Tool, RawJson Arguments, string Content, bool IsError);
