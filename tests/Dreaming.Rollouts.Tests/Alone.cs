namespace Dreaming.Rollouts.Tests;

// Weighs what a process holds, which no other test may change meanwhile.
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
