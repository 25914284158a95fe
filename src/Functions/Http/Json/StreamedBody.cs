using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentGateway.Http.Problems;

namespace PaymentGateway.Http.Json;

/// <summary>Writes a body piece by piece. Once it has begun there is no other answer any more: what fails then breaks the connection off, so that nobody takes a part for the whole.</summary>
internal static partial class StreamedBody
{
    /// <summary>Writes it.</summary>
    public static async Task WriteAsync(HttpContext http, Func<Stream, CancellationToken, Task> write)
    {
        try
        {
            await write(http.Response.Body, http.RequestAborted);
        }
#pragma warning disable CA1031 // An exception that goes on from here would end the body as if it were whole.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // Only reading was under way: nothing of the money is concerned.
            if (!http.RequestAborted.IsCancellationRequested)
                LogBrokenOff(
                    http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StreamedBody)),
                    RequestFrame.Of(http).RequestId,
                    exception.GetType().Name
                );
            http.Abort();
        }
    }

    [LoggerMessage(1004, LogLevel.Warning, "The answer to request {RequestId} was broken off in its middle: {ExceptionType}")]
    private static partial void LogBrokenOff(ILogger logger, string requestId, string exceptionType);
}
