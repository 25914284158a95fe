using Azure;
using Microsoft.Extensions.Logging;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>Looks at the next payments of a run, each once per run: the first of its operations that the index names brings in all of them.</summary>
internal sealed partial class SliceReader(
    ScopeReader index,
    ReconciliationRows rows,
    InvoiceReader reader,
    LostFromLedger lost,
    Pacers pacers,
    ReconciliationSettings settings,
    TimeProvider time,
    ILogger<SliceReader> logger
)
{
    private static readonly IReadOnlySet<OperationId> Nothing = new HashSet<OperationId>();

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
        Dictionary<InvoiceNo, IReadOnlySet<OperationId>> known = [];
        var pacer = pacers.Of(merchant.Id);
        var isSilent = false;
        foreach (var some in unseen.Chunk(settings.AtOnce))
        {
            // The work is cut between payments: what was looked at is kept.
            if (invoices.Count > 0 && (stopping.IsCancellationRequested || time.GetElapsedTime(began) >= settings.SliceTime))
                return await CutAsync(some[0]);

            var found = await Task.WhenAll(some.Select(hint => LookAtAsync(merchant, hint, scope, pacer)));
            isSilent = found.Any(one => one.IsSilent);
            // An outage is waited for, a while: a report that knows nothing helps nobody.
            if (isSilent && !IsOutOfPatience(row))
                return await CutAsync(some[0]);

            lines.AddRange(found.SelectMany(one => one.Lines));
            foreach (var (hint, one) in some.Zip(found).Where(pair => pair.First.InvoiceNo is not null))
            {
                invoices.Add(hint.InvoiceNo!.Value);
                known[hint.InvoiceNo!.Value] = one.Known;
            }
        }

        lines.AddRange(await lost.FindAsync(scope, hints.Except(unseen), known));
        return new SliceResult(next, invoices, lines, isSilent);

        async Task<SliceResult> CutAsync(ScopeHint first)
        {
            var passed = hints.TakeWhile(hint => hint != first);
            lines.AddRange(await lost.FindAsync(scope, passed.Except(unseen), known));
            return new SliceResult(Before(hints, first, row.Next!.Value), invoices, lines, isSilent);
        }
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

    private async Task<(IReadOnlyList<ReportLine> Lines, bool IsSilent, IReadOnlySet<OperationId> Known)> LookAtAsync(
        Merchant merchant,
        ScopeHint hint,
        Scope scope,
        Pacer pacer
    )
    {
        if (hint.InvoiceNo is not { } invoiceNo)
            return ([Lines.Unread(null, hint.Id?.ToString(), "The index row of this operation cannot be read.")], false, Nothing);

        try
        {
            var reading = await reader.ReadAsync(merchant, invoiceNo, hint, scope, pacer, CancellationToken.None);
            return (InvoiceFindings.Of(reading), reading.IsSilent, reading.Ledger.Operations.Select(row => row.Id).ToHashSet());
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            // One payment that cannot be read must not keep the report from all the others.
            LogUnreadable(logger, exception, hint.Id?.ToString());
            return (
                [Lines.Unread(invoiceNo.Text, hint.Id?.ToString(), "The ledger's rows of this payment cannot be read.")],
                false,
                Nothing
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
