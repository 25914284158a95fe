using Exploration.Model;
using Exploration.Search;

namespace Exploration.Tests;

public sealed class ExplorationTests(ITestOutputHelper output)
{
    // Bounded by states, not by time: the same states are met on every machine.
    private const int States = 2_250_000;

    [Fact]
    public void the_judge_holds_in_every_state_that_a_gateway_callers_and_dying_workers_can_bring_about()
    {
        var sut = ExplorationOfAll.Run(Scenarios.All, States, mostFaults: 6, threads: Environment.ProcessorCount);

        foreach (var found in sut)
            output.WriteLine(
                $"{found.States} states, all with {found.Faults} faults, {found.Depth} steps at most: {found.Scenario}"
            );
        output.WriteLine($"{sut.Sum(static found => found.States)} states in all");
        sut.SelectMany(static found => found.Violations).ShouldBeEmpty();
        sut.Sum(static found => found.States).ShouldBeGreaterThan(2_000_000);
    }

    [Fact]
    public void a_merchants_word_that_2c2p_breaks_is_found_as_money_that_moved_twice_with_the_shortest_way_there()
    {
        var scenario = new Scenario("vouched wrongly", Plan.Refund(40))
        {
            DoneWithin = TimeSpan.FromMinutes(5),
            Excuses = Broken.Nothing,
        };

        var sut = new Explorer(scenario, mostStates: 50_000, mostFaults: 1).Explore();

        var violation = sut.Violations.Single(static found => found.What.Contains("money moved 2 times"));
        violation.Faults.ShouldBe(1);
        violation.Path[0].ShouldContain("2C2P does it late");
        violation.Path[^1].ShouldContain("2C2P does a late request");
    }

    [Fact]
    public void a_gateway_that_lies_is_found_as_a_failure_that_moved_money()
    {
        var scenario = new Scenario("a lie", Plan.Refund(40)) { Excuses = Broken.Nothing };

        var sut = new Explorer(scenario, mostStates: 2_000, mostFaults: 1).Explore();

        sut.Violations.ShouldContain(static found => found.What.Contains("failed, and the money moved"));
    }

    [Fact]
    public void the_same_bounds_meet_the_same_states()
    {
        var scenario = new Scenario("twice the same", Plan.Settlement(100), Plan.Void);

        var once = new Explorer(scenario, 5_000, 3).Explore();
        var again = new Explorer(scenario, 5_000, 3).Explore();

        again.ShouldBe(once with { Violations = again.Violations });
        once.States.ShouldBeGreaterThan(5_000 - 1);
    }

    [Fact]
    public void a_bound_that_is_not_reached_leaves_nothing_out()
    {
        var sut = new Explorer(new Scenario("a void", Plan.Void), 100_000, 1).Explore();

        sut.IsWhole.ShouldBeTrue();
        sut.Faults.ShouldBe(1);
    }
}
