using System.Diagnostics;
using System.Globalization;

namespace DevelopmentHosting.Running;

/// <summary>
/// Ends this process, without any grace, when the process named by the environment variable
/// <c>DEVELOPMENTHOST_PARENT_PID</c> is gone: a killed sandbox leaves nothing behind.
/// </summary>
internal static class ParentWatch
{
    private const string Variable = "DEVELOPMENTHOST_PARENT_PID";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    public static void StartIfAsked()
    {
        if (
            int.TryParse(
                Environment.GetEnvironmentVariable(Variable),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var id
            )
        )
            _ = Task.Run(() => WatchAsync(id));
    }

    private static async Task WatchAsync(int id)
    {
        using var parent = Find(id);
        var startTime = parent?.StartTime;
        using var timer = new PeriodicTimer(Interval);
        while (parent is not null && IsAlive(id, startTime))
            await timer.WaitForNextTickAsync();
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }

    /// <summary>An id may be given to another process: the start time tells them apart.</summary>
    private static bool IsAlive(int id, DateTime? startTime)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && process.StartTime == startTime && !IsZombie(id);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A killed process that nobody has waited for yet still has an entry on Linux.</summary>
    private static bool IsZombie(int id)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].StartsWith('Z');
        }
        catch (IOException)
        {
            // The entry vanished between the two looks: the process is gone.
            return true;
        }
    }

    private static Process? Find(int id)
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            // Gone before this process looked for it.
            return null;
        }
    }
}
