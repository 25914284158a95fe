namespace Exploration.Search;

/// <summary>Something that must never be, and the shortest way to it: fewest faults first, then fewest steps.</summary>
internal sealed record Violation(string Scenario, string What, int Faults, IReadOnlyList<string> Path)
{
    public override string ToString() =>
        $"{Scenario}: {What}{Environment.NewLine}{string.Join(Environment.NewLine, Path.Select((step, i) => $"  {i + 1, 2}. {step}"))}";
}
