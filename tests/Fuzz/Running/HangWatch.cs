namespace Fuzz.Running;

/// <summary>
/// Ends the process when one input takes more processor time than all of a run should. Processor time and not the clock's: a machine that is busy with other things
/// is not a hang.
/// </summary>
internal sealed class HangWatch : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private readonly Timer timer;
    private volatile Started? current;

    public HangWatch() => timer = new Timer(_ => Look(), null, Glance, Glance);

    /// <summary>Says that an input is being read from now on; null: none is.</summary>
    public void Begin(Finding? reading) =>
        current = reading is null ? null : new Started(reading, Environment.CpuUsage.TotalTime);

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        if (current is { } started && Environment.CpuUsage.TotalTime - started.At > Longest)
            Environment.FailFast($"Still reading after {Longest} of processor time. {started.Reading}");
    }

    private sealed record Started(Finding Reading, TimeSpan At);
}
