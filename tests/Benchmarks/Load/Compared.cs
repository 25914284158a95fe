namespace Benchmarks.Load;

/// <summary>What came of comparing two ways of doing the same.</summary>
/// <param name="One">The median of the first.</param>
/// <param name="Other">The median of the second.</param>
/// <param name="Ratio">The median of how many times the second the first took.</param>
internal sealed record Compared(double One, double Other, double Ratio);
