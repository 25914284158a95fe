using Fuzz.Growth;
using Fuzz.Parties;
using Spectre.Console.Cli;

namespace Fuzz.Running;

/// <summary>Reads texts of one piece over and over, short and long, and compares what they cost.</summary>
internal sealed class GrowCommand : Command
{
    public override int Execute(CommandContext context, CancellationToken cancellationToken)
    {
        using var client = new ClientUnderTest();
        var run = new GrowthRun(GrowthRun.TargetsOf(client));
        List<string> found = [.. run.TooMuchMemory(), .. run.TooMuchTime()];
        found.ForEach(Console.WriteLine);
        Console.WriteLine($"{Shape.All.Count} shapes, {found.Count} grow faster than their length");
        return found.Count == 0 ? 0 : 1;
    }
}
