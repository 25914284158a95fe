namespace EndToEnd.Tests.Worlds;

/// <summary>Tests that disturb all others, or judge what all others left behind: they run one by one, apart from the rest.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
