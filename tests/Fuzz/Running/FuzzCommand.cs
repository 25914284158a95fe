using Fuzz.Parties;
using Fuzz.Targets;

namespace Fuzz.Running;

/// <summary>Feeds everything that reads foreign bytes.</summary>
internal sealed class FuzzCommand : RunCommand
{
    private const int Usual = 200_000;

    protected override async IAsyncEnumerable<(IFuzzTarget Target, int Executions)> TargetsAsync(int? executions)
    {
        await Task.CompletedTask;
        using var client = new ClientUnderTest();
        foreach (var group in TargetGroups.Names)
        {
            var targets = TargetGroups.Of(group, client);
            foreach (var target in targets)
                yield return (target, TargetGroups.Share(executions ?? Usual, targets));
        }
    }
}
