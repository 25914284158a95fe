using Fuzz.Differential;
using Fuzz.Parties;
using Fuzz.Running;

namespace Fuzz.Tests;

public sealed class MeetingTests : IAsyncDisposable
{
    private const int Seed = 1;
    private const int Messages = 200;

    private readonly ClientUnderTest client = new();
    private readonly SimulatorSide simulator = new();
    private readonly HangWatch watch = new();

    [Fact]
    public void What_one_side_signs_the_other_verifies_or_both_refuse()
    {
        var sut = new FuzzRun(Seed, watch);

        var reports = Meetings
            .All(simulator, client)
            .Select(meeting => sut.Execute(new MeetingTarget(meeting), ..Messages))
            .ToList();

        reports.SelectMany(report => report.Findings).ShouldBeEmpty();
        // Four XML APIs and callbacks in three envelopes, six verbs of QuickPay; most messages are believed, and strangers' never.
        reports.Count.ShouldBe(21);
        reports.ShouldAllBe(report => report.Outcomes["Verified"] > Messages / 2 && report.Outcomes["StrangerRefused"] > 0);
    }

    public async ValueTask DisposeAsync()
    {
        watch.Dispose();
        client.Dispose();
        await simulator.DisposeAsync();
    }
}
