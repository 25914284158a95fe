using Microsoft.Extensions.Logging;

namespace DevelopmentHosting.Protocol;

/// <summary>
/// What the worker logs to its host. The app's own logs are among it; they come as Debug, because an app that runs in this process, or whose
/// output is shown, has written them already.
/// </summary>
internal static partial class WorkerLog
{
    public static void Write(ILogger logger, RpcLog log)
    {
        if (log.LogCategory == RpcLog.Types.RpcLogCategory.System && log.Level >= RpcLog.Types.Level.Warning)
            FromWorker(logger, log.Message, log.Exception?.Message);
        else
            FromApp(logger, log.Category, log.Message, log.Exception?.Message);
    }

    [LoggerMessage(9001, LogLevel.Warning, "The worker says: {Message} {Error}")]
    private static partial void FromWorker(ILogger logger, string message, string? error);

    [LoggerMessage(9002, LogLevel.Debug, "{Category}: {Message} {Error}")]
    private static partial void FromApp(ILogger logger, string category, string message, string? error);
}
