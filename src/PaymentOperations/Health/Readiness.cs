using Azure;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;
using PaymentOperations.Merchants;
using PaymentOperations.Storage;

namespace PaymentOperations.Health;

/// <summary>Asks the parts that operations need, at most every ten seconds.</summary>
internal sealed partial class Readiness(
    LedgerTables tables,
    QueueServiceClient queues,
    IMerchantSecrets secrets,
    TimeProvider time,
    ILogger<Readiness> logger
) : IReadiness, IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim gate = new(1, 1);
    private (DateTimeOffset At, IReadOnlyList<PartHealth> Parts)? last;

    /// <inheritdoc />
    public async Task<IReadOnlyList<PartHealth>> CheckAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (last is { } kept && time.GetUtcNow() - kept.At < KeptFor)
                return kept.Parts;

            var parts = await AskAsync(cancellationToken);
            last = (time.GetUtcNow(), parts);
            return parts;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => gate.Dispose();

    private async Task<IReadOnlyList<PartHealth>> AskAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        return await Task.WhenAll(
            AskAsync("tables", async token => await AskTablesAsync(token), both.Token),
            AskAsync("queues", async token => await AskQueuesAsync(token), both.Token),
            AskAsync("key vault", async token => await secrets.IsReachableAsync(token), both.Token)
        );
    }

    private async Task<PartHealth> AskAsync(
        string name,
        Func<CancellationToken, Task<bool>> ask,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return new PartHealth(name, await ask(cancellationToken));
        }
        catch (Exception exception)
            when (exception
                    is RequestFailedException
                        or SecretsUnavailableException
                        or OperationCanceledException
                        or AggregateException
            )
        {
            LogNotReady(logger, exception, name);
            return new PartHealth(name, Ready: false);
        }
    }

    private async Task<bool> AskTablesAsync(CancellationToken cancellationToken)
    {
        await tables.Operations.GetEntityIfExistsAsync<TableEntity>("ready", "ready", cancellationToken: cancellationToken);
        return true;
    }

    private async Task<bool> AskQueuesAsync(CancellationToken cancellationToken)
    {
        await queues.GetQueueClient(StorageLayout.RefundsQueue).GetPropertiesAsync(cancellationToken);
        return true;
    }

    [LoggerMessage(2401, LogLevel.Warning, "The readiness probe cannot reach {Part}")]
    private static partial void LogNotReady(ILogger logger, Exception exception, string part);
}
