namespace Fuzz.Running;

/// <summary>What came of a target's executions.</summary>
/// <param name="Target">What read the inputs.</param>
/// <param name="Executions">How many there were.</param>
/// <param name="Outcomes">What became of them, by the target's own words.</param>
/// <param name="MostAllocated">The most that one of them allocated, in bytes.</param>
/// <param name="Findings">The first of those that went wrong.</param>
internal sealed record FuzzReport(
    string Target,
    int Executions,
    IReadOnlyDictionary<string, int> Outcomes,
    long MostAllocated,
    IReadOnlyList<Finding> Findings
)
{
    public override string ToString() =>
        $"{Target, -32} {Executions, 7:N0}  {MostAllocated / 1024, 6:N0} KiB at most  {string.Join(", ", Outcomes.OrderByDescending(outcome => outcome.Value).Select(outcome => $"{outcome.Key} {outcome.Value:N0}"))}";
}
