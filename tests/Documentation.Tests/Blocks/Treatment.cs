using Documentation.Tests.Reading;

namespace Documentation.Tests.Blocks;

/// <summary>What is done with some blocks, and why.</summary>
/// <param name="Which">The blocks in words, for messages.</param>
/// <param name="Way">What is done.</param>
/// <param name="Reason">Why it is not run, or what is looked at.</param>
/// <param name="Fits">Whether it means this block.</param>
internal sealed record Treatment(string Which, Way Way, string Reason, Func<CodeBlock, bool> Fits);
