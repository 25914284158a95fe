namespace Exploration.Search;

/// <summary>What the exploration of one scenario found.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="States">Distinct states.</param>
/// <param name="Faults">With how many faults every state was met; one more was begun.</param>
/// <param name="Depth">The most steps of a path.</param>
/// <param name="IsWhole">Whether nothing was left out within the number of faults.</param>
/// <param name="Violations">The first of each kind.</param>
internal sealed record Findings(
    string Scenario,
    int States,
    int Faults,
    int Depth,
    bool IsWhole,
    IReadOnlyList<Violation> Violations
);
