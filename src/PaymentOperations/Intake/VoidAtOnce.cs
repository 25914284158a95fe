using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Workflow;

namespace PaymentOperations.Intake;

/// <summary>Runs a void inside its request, by the same rules and under the same claim as the queue would.</summary>
internal sealed partial class VoidAtOnce(
    InvoiceLedger ledger,
    OperationRunner runner,
    OperationReader reader,
    Claims claims,
    IHostApplicationLifetime lifetime,
    OperationTimes times,
    TimeProvider time,
    ILogger<VoidAtOnce> logger
)
{
    public async Task<AcceptResult> RunAsync(AcceptCommand command, AcceptResult.Accepted accepted, DateTimeOffset startedAt)
    {
        if (accepted.Operation.IsFinal)
            return accepted;

        var id = accepted.Operation.Id;
        if (accepted.Replayed)
            return await IsExecutingAsync(command, id) ? new AcceptResult.Executing(id) : accepted;

        var limits = new RunLimits("void request", times.VoidPostDeadline, startedAt + times.VoidSendWithin);
        var message = new OperationMessage(
            command.Merchant.Id.Text,
            command.InvoiceNo.Text,
            id.ToString(),
            TraceParent: command.TraceParent
        );
        var run = RunQuietlyAsync(message, limits, id);
        var left = startedAt + times.VoidAnswerWithin - time.GetUtcNow();
        if (left > TimeSpan.Zero)
            await Task.WhenAny(run, Task.Delay(left, time));

        return await StateAsync(command, accepted);
    }

    // Whatever goes wrong here, the operation stands in the ledger and the queue or the sweep goes on with it.
    private async Task RunQuietlyAsync(OperationMessage message, RunLimits limits, OperationId id)
    {
        try
        {
            await runner.RunAsync(message, limits, lifetime.ApplicationStopping);
        }
        catch (Exception exception) when (Outage.Of(exception))
        {
            LogLeftToQueue(logger, exception, id);
        }
        catch (Exception exception)
        {
            // Nobody awaits this run any more once its request was answered: what is not expected is told here or nowhere.
            LogUnexpected(logger, exception, id);
        }
    }

    private async Task<AcceptResult> StateAsync(AcceptCommand command, AcceptResult.Accepted accepted)
    {
        try
        {
            var now = await reader.FindAsync(
                command.Merchant.Id,
                accepted.Operation.Id,
                command.InvoiceNo,
                CancellationToken.None
            );
            return accepted with { Operation = now ?? accepted.Operation };
        }
        catch (Exception exception) when (Outage.OfStorage(exception))
        {
            // It is accepted, and that much can be said.
            LogLeftToQueue(logger, exception, accepted.Operation.Id);
            return accepted;
        }
    }

    private async Task<bool> IsExecutingAsync(AcceptCommand command, OperationId id)
    {
        var row = await ledger.FindAsync(command.Merchant.Id, command.InvoiceNo, id, CancellationToken.None);
        return row is { IsFinal: false } && claims.IsLive(row);
    }

    [LoggerMessage(2120, LogLevel.Warning, "Void {OperationId} could not be run at once; the queue goes on with it")]
    private static partial void LogLeftToQueue(ILogger logger, Exception exception, OperationId operationId);

    [LoggerMessage(2121, LogLevel.Critical, "Void {OperationId} broke off unexpectedly; the queue goes on with it")]
    private static partial void LogUnexpected(ILogger logger, Exception exception, OperationId operationId);
}
