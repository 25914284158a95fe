using System.Collections.Concurrent;
using Exploration.Model;
using Exploration.Search;

namespace Exploration;

/// <summary>Explores many scenarios at once. What is found does not depend on how many at a time.</summary>
internal static class ExplorationOfAll
{
    public static IReadOnlyList<Findings> Run(
        IReadOnlyList<Scenario> scenarios,
        int mostStates,
        int mostFaults,
        int threads,
        Action<Findings>? progress = null
    )
    {
        var shares = scenarios.Sum(static scenario => scenario.Share);
        var found = new ConcurrentDictionary<string, Findings>();
        Parallel.ForEach(
            Partitioner.Create(scenarios, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            scenario =>
            {
                var findings = new Explorer(
                    scenario,
                    (int)((long)mostStates * scenario.Share / shares) + 1,
                    mostFaults
                ).Explore();
                found[scenario.Name] = findings;
                progress?.Invoke(findings);
            }
        );
        return [.. scenarios.Select(scenario => found[scenario.Name])];
    }
}
