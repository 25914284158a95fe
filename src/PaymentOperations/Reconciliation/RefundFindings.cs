using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Reconciliation;

/// <summary>
/// Holds a payment's refunds against 2C2P's list, read for each operation as the judge reads it (<see cref="ListReading"/>). An entry that the ledger's index of references gives to one operation is shown to that
/// one alone: for every other it would be a sibling's.
/// </summary>
internal sealed class RefundFindings
{
    private readonly InvoiceReading _reading;
    private readonly GatewayView.Seen _seen;
    private readonly ILookup<OperationId?, RefundEntry> _entries;
    private readonly HashSet<object> _explained = [];

    public RefundFindings(InvoiceReading reading, GatewayView.Seen seen)
    {
        (_reading, _seen) = (reading, seen);
        _entries = seen.Response.Refunds.ToLookup(reading.Ledger.OwnerOf);
    }

    public IReadOnlyList<ReportLine> Find()
    {
        List<ReportLine> lines = [];
        var reported = _reading.Reported.Select(row => row.Id).ToHashSet();
        foreach (var row in _reading.Ledger.Operations.Where(row => row.Kind == OperationKind.Refund))
        {
            // One that is not in the report is read only for what may be one refund too many.
            var accounted = row.Status == OperationStatus.Failed ? 0 : 1;
            if (reported.Contains(row.Id) || _entries[null].Any() || _entries[row.Id].Skip(accounted).Any())
                lines.AddRange(OfOperation(row, reported.Contains(row.Id)));
        }

        lines.AddRange(Unexplained());
        return lines;
    }

    private List<ReportLine> OfOperation(OperationRow row, bool isReported)
    {
        var ours = Read(row).Listed.Where(refund => refund.Owner == Owner.Us).ToList();
        _explained.UnionWith(ours.Select(KeyOf));
        var live = ours.Where(refund => refund.IsLive).OrderBy(refund => refund.Reference == row.Reference ? 0 : 1).ToList();
        var known =
            row.Reference is { } reference && live.Exists(refund => refund.Reference is not null)
                ? live.Where(refund => refund.Reference == reference || refund.Reference is null).ToList()
                : live;
        if (!row.IsFinal)
            return isReported ? [Lines.Open(row).With(live.Concat(ours).FirstOrDefault())] : [];

        List<ReportLine> lines = [];
        if (isReported)
            lines.Add(
                row.Status == OperationStatus.Succeeded ? OfSucceeded(row, known, ours) : OfFailed(row, live.FirstOrDefault())
            );
        // A refund under another reference than 2C2P gave us is one more, and ours is missing.
        var accounted =
            row.Status == OperationStatus.Succeeded ? known.FirstOrDefault()
            : isReported ? live.FirstOrDefault()
            : null;
        lines.AddRange(live.Where(refund => !ReferenceEquals(refund, accounted)).Select(refund => Beside(row, refund)));
        return lines;
    }

    private ReportLine OfSucceeded(OperationRow row, List<ListedRefund> live, List<ListedRefund> ours)
    {
        if (live is not [var refund, ..])
            return (
                ours.Count == 0 && _reading.At - row.StatusSince < _reading.Times.Patience
                    ? Lines.Of(row, Finding.InFlight, "It has only just succeeded; 2C2P's list may lag.")
                    : Lines.Of(
                        row,
                        Finding.MissingThere,
                        ours.Count > 0 ? "2C2P lists this refund as not done." : "2C2P does not list this refund."
                    )
            ).With(ours.FirstOrDefault(one => one.Reference is null || row.Reference is null || one.Reference == row.Reference));

        var (finding, note) = Sayings.OfEntry(refund.Status) switch
        {
            Saying.Taken => (Finding.InFlight, "2C2P lists this refund as pending."),
            Saying.Done when refund.Amount is null => (Finding.Unreadable, "The amount that 2C2P lists cannot be read."),
            Saying.Done when refund.Amount != row.Amount => (
                Finding.AmountDiffers,
                "2C2P lists this refund with another amount."
            ),
            Saying.Done => (Finding.Agree, (string?)null),
            _ => (Finding.Unreadable, "2C2P lists this refund with a status that says nothing certain."),
        };
        return Lines.Of(row, finding, note).With(refund);
    }

    private static ReportLine OfFailed(OperationRow row, ListedRefund? live) =>
        live is null
            ? Lines.Of(row, Finding.Agree)
            : Lines.Of(row, Finding.MissingHere, "The ledger calls this refund failed, and 2C2P lists it.").With(live);

    private static ReportLine Beside(OperationRow row, ListedRefund refund) =>
        new ReportLine
        {
            Finding = Finding.MissingHere,
            InvoiceNo = row.InvoiceNo.Text,
            OperationId = row.Id.ToString(),
            Kind = row.Kind,
            Status = row.Status,
            Note =
                row.Status == OperationStatus.Succeeded
                    ? "2C2P lists one more refund of this operation: money may have moved twice."
                    : "The ledger calls this refund failed, and 2C2P lists it.",
        }.With(refund);

    private IEnumerable<ReportLine> Unexplained()
    {
        if (!_entries[null].Any())
            return [];

        var open = _reading
            .Ledger.Operations.Where(row =>
                row is { Kind: OperationKind.Refund, IsFinal: false, Reference: null } && row.MaybeSent.Any()
            )
            .ToList();
        return Read(_reading.Ledger.Operations.FirstOrDefault(row => row.Kind == OperationKind.Refund) ?? Nobody())
            .Listed.Where(refund => refund.IsLive && !IsOwned(refund) && !_explained.Contains(KeyOf(refund)))
            .Select(refund => OfNobody(refund, open.Exists(row => row.Amount == refund.Amount)));
    }

    private ReportLine OfNobody(ListedRefund refund, bool mayBeOpen) =>
        new ReportLine
        {
            Finding = mayBeOpen ? Finding.InFlight : Finding.MissingHere,
            InvoiceNo = _reading.InvoiceNo.Text,
            Note = mayBeOpen
                ? "Nothing tells yet whether this is the refund of an operation that is not decided."
                : "No operation of ours accounts for this refund.",
        }.With(refund);

    private ListReading Read(OperationRow row)
    {
        var file = _reading.FileOf(row);
        var list = _seen.Response with { Refunds = [.. _entries[row.Id], .. _entries[null]] };
        return new ListReading(file, new Testimony(file), list, _seen.Evidence);
    }

    private bool IsOwned(ListedRefund refund) =>
        refund.Reference is { } reference && _reading.Ledger.References.ContainsKey(reference);

    // One reference is one refund; of those that have none, each entry is one.
    private static object KeyOf(ListedRefund refund) => refund.Reference ?? (object)new EntryKey(refund.Entry!);

    // Lists of payments of which the ledger has lost every operation are read as one that never sent anything would read them.
    private OperationRow Nobody() =>
        new()
        {
            Id = OperationId.Parse("00000000-0000-7000-8000-000000000000"),
            Kind = OperationKind.Refund,
            MerchantId = _reading.Merchant.Id,
            InvoiceNo = _reading.InvoiceNo,
            KeyHash = "",
            ApiKeyId = "",
            Status = OperationStatus.Accepted,
            StatusSince = _reading.At,
            Seq = -1,
            NextActionAt = _reading.At,
            CreatedAt = _reading.At,
            UpdatedAt = _reading.At,
        };

    /// <summary>An entry as itself: two that say the same are still two.</summary>
    private sealed class EntryKey(RefundEntry entry)
    {
        private readonly RefundEntry _entry = entry;

        public override bool Equals(object? other) => other is EntryKey key && ReferenceEquals(key._entry, _entry);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(_entry);
    }
}
