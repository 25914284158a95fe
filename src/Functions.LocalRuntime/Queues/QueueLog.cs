using Microsoft.Extensions.Logging;

namespace LocalFunctions.Queues;

internal static partial class QueueLog
{
    [LoggerMessage(9201, LogLevel.Warning, "Queue {Queue} of function {Function} does not exist; asking again until it does.")]
    public static partial void QueueMissing(ILogger logger, string queue, string function);

    [LoggerMessage(9202, LogLevel.Warning, "Queue {Queue} could not be read; asking again.")]
    public static partial void ReceiveFailed(ILogger logger, string queue, Exception exception);

    [LoggerMessage(9203, LogLevel.Error, "Queue function {Function} failed on message {MessageId}.")]
    public static partial void FunctionFailed(ILogger logger, string function, string messageId, Exception exception);

    [LoggerMessage(9204, LogLevel.Warning, "Message {MessageId} goes to {PoisonQueue}.")]
    public static partial void MovedToPoison(ILogger logger, string messageId, string poisonQueue);

    [LoggerMessage(9205, LogLevel.Warning, "Queue {Queue}: message {MessageId} could not be deleted, moved or shown again.")]
    public static partial void CompletionFailed(ILogger logger, string queue, string messageId, Exception exception);

    [LoggerMessage(9206, LogLevel.Warning, "Queue {Queue}: message {MessageId} could not be kept hidden.")]
    public static partial void RenewalFailed(ILogger logger, string queue, string messageId, Exception exception);
}
