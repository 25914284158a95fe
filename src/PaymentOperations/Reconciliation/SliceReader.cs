using Azure;
using Microsoft.Extensions.Logging;
using PaymentOperations.Merchants;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>Looks at the next payments of a run, each once per run: the first of its operations that the index names brings in all of them.</summary>
internal sealed partial class SliceReader(
    ScopeReader index,
    ReconciliationRows rows,
    InvoiceReader reader,
    Pacers pacers,
    ReconciliationSettings settings,
    TimeProvider time,
    ILogger<SliceReader> logger
)
{
    // Points of storage are read side by side; 2C2P is not asked for them.
    private const int PointsAtOnce = 16;

    public async Task<SliceResult> ReadAsync(Merchant merchant, ReconciliationRow row, CancellationToken stopping)
    {
        var began = time.GetTimestamp();
        var scope = new Scope(row.MerchantId, row.Date, row.StartedAt);
        var (hints, next) = await index.ReadAsync(scope, row.Next!.Value, settings.InvoicesPerSlice, CancellationToken.None);
        var unseen = await UnseenAsync(row, hints);
        List<InvoiceNo> invoices = [];
        List<ReportLine> lines = [];
        var pacer = pacers.Of(merchant.Id);
        var isSilent = false;
        foreach (var some in unseen.Chunk(settings.AtOnce))
        {
            // The work is cut between payments: what was looked at is kept.
            if (invoices.Count > 0 && (stopping.IsCancellationRequested || time.GetElapsedTime(began) >= settings.SliceTime))
                return new SliceResult(Before(hints, some[0], row.Next.Value), invoices, lines, isSilent);

            var found = await Task.WhenAll(some.Select(hint => LookAtAsync(merchant, hint, scope, pacer)));
            isSilent = found.Any(one => one.IsSilent);
            // An outage is waited for, a while: a report that knows nothing helps nobody.
            if (isSilent && !IsOutOfPatience(row))
                return new SliceResult(Before(hints, some[0], row.Next.Value), invoices, lines, isSilent);

            lines.AddRange(found.SelectMany(one => one.Lines));
            invoices.AddRange(some.Where(hint => hint.InvoiceNo is not null).Select(hint => hint.InvoiceNo!.Value));
        }

        return new SliceResult(next, invoices, lines, isSilent);
    }

    private async Task<IReadOnlyList<ScopeHint>> UnseenAsync(ReconciliationRow row, IReadOnlyList<ScopeHint> hints)
    {
        // What cannot be read is one of its kind.
        var firsts = hints.DistinctBy(hint => hint.InvoiceNo?.Text ?? $"\n{hint.Position}").ToList();
        List<ScopeHint> unseen = [];
        foreach (var some in firsts.Chunk(PointsAtOnce))
        {
            var seen = await Task.WhenAll(
                some.Select(hint =>
                    hint.InvoiceNo is { } invoiceNo
                        ? rows.IsSeenAsync(row, invoiceNo, CancellationToken.None)
                        : Task.FromResult(false)
                )
            );
            unseen.AddRange(some.Where((_, at) => !seen[at]));
        }

        return unseen;
    }

    private bool IsOutOfPatience(ReconciliationRow row) => row.SilentSince + settings.Patience <= time.GetUtcNow();

    private async Task<(IReadOnlyList<ReportLine> Lines, bool IsSilent)> LookAtAsync(
        Merchant merchant,
        ScopeHint hint,
        Scope scope,
        Pacer pacer
    )
    {
        if (hint.InvoiceNo is not { } invoiceNo)
            return ([Lines.Unread(null, hint.Id?.ToString(), "The index row of this operation cannot be read.")], false);

        try
        {
            var reading = await reader.ReadAsync(merchant, invoiceNo, hint, scope, pacer, CancellationToken.None);
            return (InvoiceFindings.Of(reading), reading.IsSilent);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            // One payment that cannot be read must not keep the report from all the others.
            LogUnreadable(logger, exception, hint.Id?.ToString());
            return (
                [Lines.Unread(invoiceNo.Text, hint.Id?.ToString(), "The ledger's rows of this payment cannot be read.")],
                false
            );
        }
    }

    private static bool IsUnreadable(Exception exception) =>
        exception
            is not RequestFailedException
                and (
                    FormatException
                    or ArgumentException
                    or InvalidOperationException
                    or KeyNotFoundException
                    or System.Text.Json.JsonException
                );

    private static Position Before(IReadOnlyList<ScopeHint> hints, ScopeHint first, Position start)
    {
        var at = hints.Index().First(hint => hint.Item == first).Index;
        return at == 0 ? start : hints[at - 1].Position;
    }

    [LoggerMessage(2701, LogLevel.Error, "The payment of operation {OperationId} cannot be read; its report says so")]
    private static partial void LogUnreadable(ILogger logger, Exception exception, string? operationId);
}
