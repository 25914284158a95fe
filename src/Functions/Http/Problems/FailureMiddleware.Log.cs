using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace PaymentGateway.Http.Problems;

// Types and places only: the text of an exception may repeat what a caller or 2C2P sent.
internal sealed partial class FailureMiddleware
{
    private Problem Unavailable(FunctionContext context, HttpContext http, Exception exception)
    {
        LogUnavailable(context.FunctionDefinition.Name, RequestFrame.Of(http).RequestId, exception.GetType().Name);
        return new(
            ErrorCodes.Unavailable,
            "Storage or Key Vault could not be reached in time. Repeat the request in a moment; a POST with the same Idempotency-Key."
        )
        {
            RetryAfter = TimeSpan.FromSeconds(5),
        };
    }

    private Problem Bug(FunctionContext context, HttpContext http, Exception exception)
    {
        LogBug(context.FunctionDefinition.Name, RequestFrame.Of(http).RequestId, exception.GetType().Name, exception.StackTrace);
        return new(
            ErrorCodes.InternalError,
            "This is a fault of the gateway. A POST may be repeated with the same Idempotency-Key; if it fails again, report the requestId."
        );
    }

    [LoggerMessage(1000, LogLevel.Warning, "{Function} answered 503 to request {RequestId}: {ExceptionType}")]
    private partial void LogUnavailable(string function, string requestId, string exceptionType);

    [LoggerMessage(1001, LogLevel.Error, "{Function} answered 500 to request {RequestId}: {ExceptionType}{StackTrace}")]
    private partial void LogBug(string function, string requestId, string exceptionType, string? stackTrace);
}
