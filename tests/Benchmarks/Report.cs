using System.Globalization;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>What was measured, told at once and kept for the table at the end.</summary>
internal sealed class Report
{
    private readonly List<(string What, string Measured, string Goal)> _rows = [];

    /// <summary>Tells one figure.</summary>
    /// <returns>Whether the goal is reached, as given.</returns>
    public bool Add(string what, FormattableString measured, string goal, bool isReached = true)
    {
        var figures = FormattableString.Invariant(measured);
        _rows.Add((what, figures, isReached ? goal : $"{goal}; not reached"));
        Console.WriteLine($"{what}: {figures} ({goal}{(isReached ? "" : "; NOT REACHED")}) [load {LoadAverage()}]");
        return isReached;
    }

    /// <summary>The table for docs/performance.md.</summary>
    public void Print(DateTimeOffset now)
    {
        if (_rows.Count == 0)
            return;

        var machine = string.Create(
            CultureInfo.InvariantCulture,
            $"{now:d MMMM yyyy}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, load {LoadAverage()}"
        );
        Console.WriteLine($"{Environment.NewLine}| | Measured ({machine}) | Goal |{Environment.NewLine}|---|---|---|");
        foreach (var (what, measured, goal) in _rows)
            Console.WriteLine($"| {what} | {measured} | {goal} |");
    }

    // How busy the machine was with everything that runs on it; only Linux tells.
    private static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
