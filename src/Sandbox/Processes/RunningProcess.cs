using System.Diagnostics;

namespace Sandbox.Processes;

/// <summary>A process that runs now. Ids are used again: id and start time (UTC ticks) together name one process.</summary>
internal sealed record RunningProcess(int Id, long StartedAt)
{
    // The start time is counted from the machine's own, which each reader works out for itself, some milliseconds apart.
    private static readonly TimeSpan ReadingError = TimeSpan.FromSeconds(2);

    /// <summary>Whether this is the process that was seen with this start time.</summary>
    public bool StartedAround(long ticks) => Math.Abs(StartedAt - ticks) < ReadingError.Ticks;

    public static RunningProcess? Find(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return new RunningProcess(id, process.StartTime.ToUniversalTime().Ticks);
        }
        catch (Exception gone)
            when (gone is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // Gone, or another user's: not one of ours.
            return null;
        }
    }
}
