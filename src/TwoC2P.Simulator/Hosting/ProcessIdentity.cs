using System.Diagnostics;

namespace TwoC2P.Simulator.Hosting;

/// <summary>A process by id and start, so that a re-used id is not mistaken for it.</summary>
internal sealed record ProcessIdentity(int Pid, string Start)
{
    /// <returns>The running process, or null when it has ended (a process that nobody has collected yet counts as ended).</returns>
    public static ProcessIdentity? Of(int pid)
    {
        try
        {
            if (OperatingSystem.IsLinux())
                return FromStat(pid, File.ReadAllText($"/proc/{pid}/stat"));
            using var process = Process.GetProcessById(pid);
            return new ProcessIdentity(pid, process.StartTime.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (Exception gone) when (gone is IOException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ProcessIdentity? FromStat(int pid, string stat)
    {
        // "pid (name) state ... starttime": the name may hold spaces and brackets, so count from its last bracket.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        const int state = 0;
        const int startTime = 19;
        return fields[state] is "Z" or "X" ? null : new ProcessIdentity(pid, fields[startTime]);
    }
}
