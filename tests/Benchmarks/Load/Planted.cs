using Azure.Data.Tables;
using Azure.Storage.Queues;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace Benchmarks.Load;

/// <summary>Puts operations into ledger and hints directly, many at once: what accepts and runs would have left behind.</summary>
internal sealed class Planted(string connection, MerchantId merchantId)
{
    private const int RowsAtOnce = 100;
    private static int _number;
    private readonly TableServiceClient _tables = new(connection);

    /// <summary>Refunds that have ended and are not watched any more, so many on each day, the last day first.</summary>
    public async Task<IReadOnlyList<OperationRow>> FinishedAsync(
        int count,
        DateTimeOffset lastDay,
        int aDay,
        string? invoiceNo = null
    )
    {
        var rows = Rows(
            count,
            number => lastDay.AddDays(-(number / aDay)).AddMilliseconds(-(number % aDay) * 1000),
            OperationStatus.Succeeded,
            invoiceNo
        );
        await WriteAsync(rows);
        return rows;
    }

    /// <summary>Refunds that are accepted and that the sweep has to look at since a moment.</summary>
    public async Task<IReadOnlyList<OperationRow>> OpenAsync(int count, DateTimeOffset accepted, DateTimeOffset dueAt)
    {
        var rows = Rows(count, number => accepted.AddMilliseconds(number), OperationStatus.Accepted, null);
        await WriteAsync(rows);
        await AddAsync(
            "outstanding",
            rows.Select(row =>
            {
                var hint = Hint(row, TableKey.Outstanding(row.Id, merchantId), row.Id.ToString());
                hint["nextCheckAt"] = dueAt;
                hint["needsReview"] = false;
                hint["runFailures"] = 0;
                return hint;
            })
        );
        return rows;
    }

    /// <exception cref="InvalidOperationException">The sweep left rows that it should have looked at.</exception>
    public async Task CheckNothingIsDueAsync(DateTimeOffset now)
    {
        var filter = TableClient.CreateQueryFilter($"nextCheckAt le {now}");
        if (await _tables.GetTableClient("outstanding").QueryAsync<TableEntity>(filter).AnyAsync())
            throw new InvalidOperationException("Rows were left that are due.");
    }

    /// <summary>Empties the queue of refunds again and again, as workers that keep up do.</summary>
    public async Task DrainQueueAsync(CancellationToken until)
    {
        var queue = new QueueServiceClient(connection).GetQueueClient(StorageLayout.RefundsQueue);
        while (!until.IsCancellationRequested)
        {
            await queue.ClearMessagesAsync(CancellationToken.None);
            await Task.Delay(50, CancellationToken.None);
        }
    }

    private List<OperationRow> Rows(int count, Func<int, DateTimeOffset> moment, OperationStatus status, string? invoiceNo) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(number => Row(moment(number), invoiceNo ?? $"OLD-{Interlocked.Increment(ref _number)}", status, number)),
        ];

    private OperationRow Row(DateTimeOffset moment, string invoiceNo, OperationStatus status, int seq)
    {
        var row = new OperationRow
        {
            Id = OperationId.New(new FixedTime(moment)),
            Kind = OperationKind.Refund,
            MerchantId = merchantId,
            InvoiceNo = InvoiceNo.Parse(invoiceNo),
            Amount = Money.FromAmount(10m),
            KeyHash = new string('k', 32),
            ApiKeyId = "load",
            Status = status,
            StatusSince = moment,
            Seq = seq,
            InLine = status == OperationStatus.Accepted,
            NextActionAt = moment,
            // What was only accepted has none yet.
            TransactionReference = status == OperationStatus.Accepted ? null : "T1",
            WatchedAt = status == OperationStatus.Accepted ? null : moment,
            CreatedAt = moment,
            UpdatedAt = moment,
        };
        return row with { FoundBy = LookupKeys.NameOf(LookupKeys.Of(row)) };
    }

    private async Task WriteAsync(IReadOnlyList<OperationRow> rows)
    {
        await AddAsync("operations", rows.Select(OperationRowMapper.ToEntity));
        await AddAsync("index", rows.Select(row => Hint(row, merchantId.Text, IndexKey.Operation(row.Id))));
    }

    private static TableEntity Hint(OperationRow row, string partition, string key) =>
        new(partition, key)
        {
            ["merchantId"] = row.MerchantId.Text,
            ["invoiceNo"] = row.InvoiceNo.Text,
            ["kind"] = row.Kind.ToString(),
            ["amount"] = row.Amount?.MinorUnits,
            ["status"] = row.Status.ToString(),
        };

    private Task AddAsync(string table, IEnumerable<TableEntity> entities) =>
        Parallel.ForEachAsync(
            entities.GroupBy(entity => entity.PartitionKey).SelectMany(same => same.Chunk(RowsAtOnce)),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (some, cancellationToken) =>
                await _tables
                    .GetTableClient(table)
                    .SubmitTransactionAsync(
                        some.Select(entity => new TableTransactionAction(TableTransactionActionType.Add, entity)),
                        cancellationToken
                    )
        );

    private sealed class FixedTime(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
