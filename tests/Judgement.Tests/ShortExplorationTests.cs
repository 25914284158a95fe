using Exploration;

namespace Judgement.Tests;

/// <summary>The states nearest to the beginning of every scenario: seconds instead of the minute that the whole search takes.</summary>
public sealed class ShortExplorationTests
{
    [Fact]
    public void the_judge_holds_in_the_nearest_states()
    {
        var sut = ExplorationOfAll.Run(Scenarios.All, mostStates: 10_000, mostFaults: 1, threads: 1);

        sut.SelectMany(static found => found.Violations).ShouldBeEmpty();
        sut.Sum(static found => found.States).ShouldBeGreaterThan(9_000);
    }
}
