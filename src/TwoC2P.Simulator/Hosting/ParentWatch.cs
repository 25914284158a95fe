using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Hosting;

/// <summary>Stops the program when the process that started it (<c>--parent-pid</c>) is gone, however it went.</summary>
internal sealed partial class ParentWatch(
    SimulatorOptions options,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<ParentWatch> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.ParentPid is not { } pid)
            return;

        var parent = ProcessIdentity.Of(pid);
        using var timer = new PeriodicTimer(Interval, time);
        while (parent is not null && parent == ProcessIdentity.Of(pid))
        {
            if (!await timer.WaitForNextTickAsync(stoppingToken))
                return;
        }

        LogParentGone(logger, pid);
        lifetime.StopApplication();
    }

    [LoggerMessage(1003, LogLevel.Information, "Process {Pid} is gone; stopping")]
    private static partial void LogParentGone(ILogger logger, int pid);
}
