using Fuzz.Differential;
using Fuzz.Parties;
using Fuzz.Targets;

namespace Fuzz.Running;

/// <summary>Lets client and simulator exchange random messages: what one signs the other verifies, or both refuse.</summary>
internal sealed class MeetCommand : RunCommand
{
    private const int Usual = 20_000;

    protected override async IAsyncEnumerable<(IFuzzTarget Target, int Executions)> TargetsAsync(int? executions)
    {
        using var client = new ClientUnderTest();
        await using var simulator = new SimulatorSide();
        foreach (var meeting in Meetings.All(simulator, client))
            yield return (new MeetingTarget(meeting), executions ?? Usual);
    }
}
