using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Intake;

/// <summary>
/// Pages through a merchant's operations, newest day first. Open statuses are read from the 16 shards of <c>outstanding</c>, everything else from <c>byday</c>; each item then comes from its ledger row.
/// </summary>
internal sealed class OperationListing(InvoiceLedger ledger, LedgerTables tables)
{
    private const int RowsPerPage = 1_000;

    public async Task<OperationPage> ListAsync(MerchantId merchantId, OperationQuery query, CancellationToken cancellationToken)
    {
        var partitions = PartitionsOf(merchantId, query);
        var (index, after) = (0, "");
        if (query.Cursor is { } cursor && !TryReadPosition(PageCursor.Read(cursor), partitions.Count, out index, out after))
            return new OperationPage([], null, CursorIsValid: false);

        var budget = new ReadBudget();
        var candidates = CandidatesAsync(partitions, index, after, query, budget, cancellationToken);
        var page = await new OperationPages(ledger).ReadAsync(
            merchantId,
            candidates,
            row => Fits(row, query),
            query.Limit,
            budget,
            cancellationToken
        );
        return page with { NextCursor = PageCursor.Write(page.NextCursor) };
    }

    private async IAsyncEnumerable<Candidate> CandidatesAsync(
        IReadOnlyList<string> partitions,
        int index,
        string after,
        OperationQuery query,
        ReadBudget budget,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var table = IsOpen(query.Status) ? tables.Outstanding : tables.ByDay;
        for (; index < partitions.Count; index++, after = "")
        {
            var mayRead = budget.TryTakePage();
            var partition = partitions[index];
            var rows = table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after}"),
                maxPerPage: RowsPerPage,
                select: ["RowKey", "invoiceNo", "kind", "status"],
                cancellationToken: cancellationToken
            );
            if (mayRead)
                // Storage may end a page anywhere and even empty; only its continuation token says that nothing is left.
                await foreach (var page in rows.AsPages())
                {
                    foreach (var row in page.Values)
                    {
                        after = row.RowKey;
                        if (CandidateOf(row, query, PositionOf(index, after)) is { } candidate)
                            yield return candidate;
                    }

                    mayRead = page.ContinuationToken is null || budget.TryTakePage();
                    if (!mayRead)
                        break;
                }

            if (!mayRead)
            {
                budget.StopAt(PositionOf(index, after));
                yield break;
            }
        }
    }

    // A row that cannot be read must not hide all the others.
    private static Candidate? CandidateOf(TableEntity hint, OperationQuery query, string position) =>
        MayFit(hint, query)
        && OperationId.TryParse(hint.RowKey, out var id)
        && InvoiceNo.TryParse(hint.GetString("invoiceNo"), out var invoiceNo, out _)
            ? new Candidate(id, invoiceNo, position)
            : null;

    // An index lags behind the ledger, but what it calls final is, and a kind never changes.
    private static bool MayFit(TableEntity hint, OperationQuery query) =>
        (query.Kind is not { } kind || hint.GetString("kind") is not { } known || known == kind.ToString())
        && (
            query.Status is not { } status
            || hint.GetString("status") is not (nameof(OperationStatus.Succeeded) or nameof(OperationStatus.Failed))
            || hint.GetString("status") == status.ToString()
        );

    private static bool IsOpen(OperationStatus? status) =>
        status is not null and not OperationStatus.Succeeded and not OperationStatus.Failed;

    private static bool Fits(OperationRow row, OperationQuery query)
    {
        var day = DateOnly.FromDateTime(row.Id.CreatedAt.UtcDateTime);
        return (query.Status is null || row.Status == query.Status)
            && (query.Kind is null || row.Kind == query.Kind)
            && day >= query.From
            && day <= query.To;
    }

    private static List<string> PartitionsOf(MerchantId merchantId, OperationQuery query)
    {
        if (IsOpen(query.Status))
            return [.. Enumerable.Range(0, TableKey.ShardCount).Select(shard => TableKey.OutstandingShard(shard, merchantId))];

        List<string> days = [];
        for (var day = query.To; day >= query.From; day = day.AddDays(-1))
            days.Add(TableKey.ByDay(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), merchantId));

        return days;
    }

    private static string PositionOf(int index, string after) => string.Create(CultureInfo.InvariantCulture, $"{index}:{after}");

    private static bool TryReadPosition(string? position, int partitions, out int index, out string after)
    {
        (index, after) = (0, "");
        if (
            position?.Split(':') is not [var number, var last]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out index)
            || index >= partitions
            || (last.Length > 0 && !OperationId.TryParse(last, out _))
        )
            return false;

        after = last;
        return true;
    }
}
