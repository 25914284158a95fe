using Microsoft.Extensions.Logging;

namespace LocalFunctions.Http;

internal static partial class HttpLog
{
    [LoggerMessage(9101, LogLevel.Error, "HTTP function {Function} failed.")]
    public static partial void FunctionFailed(ILogger logger, string function, Exception exception);
}
