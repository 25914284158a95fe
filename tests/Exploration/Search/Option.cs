namespace Exploration.Search;

/// <summary>One way that the world may go.</summary>
/// <param name="Words">For a path.</param>
/// <param name="Cost">How many faults it is.</param>
internal readonly record struct Option(string Words, int Cost);
