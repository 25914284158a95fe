using Microsoft.Extensions.Logging;

namespace LocalFunctions.Timers;

internal static partial class TimerLog
{
    [LoggerMessage(9301, LogLevel.Error, "Timer function {Function} failed.")]
    public static partial void FunctionFailed(ILogger logger, string function, Exception exception);
}
