using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
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

    // Which secrets is for the log to say: anybody may read this.
    private const string OlderSecrets =
        "Not every secret could be read as it is now. Values that are known from before are in use; the log says which (events 3001, 3002).";

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

            // The answer belongs to everybody, so whoever hangs up does not end the asking.
            var parts = await AskAsync();
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

    private async Task<IReadOnlyList<PartHealth>> AskAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        return await Task.WhenAll(
            AskAsync("tables", AskTablesAsync, deadline.Token),
            AskAsync("queues", AskQueuesAsync, deadline.Token),
            AskAsync("key vault", AskSecretsAsync, deadline.Token)
        );
    }

    private async Task<PartHealth> AskAsync(
        string name,
        Func<string, CancellationToken, Task<PartHealth>> ask,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await ask(name, cancellationToken);
        }
        catch (Exception exception) when (Outage.OrTimeout(exception))
        {
            LogNotReady(logger, exception, name);
            return new PartHealth(name, Ready: false);
        }
    }

    private async Task<PartHealth> AskTablesAsync(string name, CancellationToken cancellationToken)
    {
        await tables.Operations.GetEntityIfExistsAsync<TableEntity>("ready", "ready", cancellationToken: cancellationToken);
        return new PartHealth(name, Ready: true);
    }

    private async Task<PartHealth> AskQueuesAsync(string name, CancellationToken cancellationToken)
    {
        await queues.GetQueueClient(StorageLayout.RefundsQueue).GetPropertiesAsync(cancellationToken);
        return new PartHealth(name, Ready: true);
    }

    private async Task<PartHealth> AskSecretsAsync(string name, CancellationToken cancellationToken) =>
        await secrets.CheckAsync(cancellationToken) switch
        {
            SecretsHealth.Good => new PartHealth(name, Ready: true),
            SecretsHealth.Stale => new PartHealth(name, Ready: true, OlderSecrets),
            _ => new PartHealth(name, Ready: false),
        };

    [LoggerMessage(2410, LogLevel.Warning, "The readiness probe cannot reach {Part}")]
    private static partial void LogNotReady(ILogger logger, Exception exception, string part);
}
