using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>
/// Whether a refund may be sent again: only if in every world that fits the evidence it has moved no money and cannot, once sent, have moved it twice. All other reasons to hold come first, so that a licence is
/// never an answer to evidence.
/// </summary>
internal sealed class RefundPermission(
    CaseFile file,
    Testimony testimony,
    ListReading reading,
    IReadOnlyList<Contradicted> siblings
)
{
    /// <summary>Why it is not sent where the list leaves enough, but only because it does not show all that 2C2P took.</summary>
    public const string NotBesideTaken =
        "2C2P took a refund of this payment that its list does not show; beside it, this one does not fit";

    private readonly OperationRow _row = file.Row;

    /// <summary>For a refund whose absence was certain before.</summary>
    public (Licence? Licence, string Why) For(DateTimeOffset askedAt) =>
        Against() is { } reason ? (null, reason) : LicenceAt(askedAt);

    /// <summary>For an unknown refund.</summary>
    /// <param name="askedAt">When the list was asked for.</param>
    /// <param name="since">Since when nothing of ours is seen; null where this list says nothing of that.</param>
    public (Licence? Licence, string Why) ForAbsent(DateTimeOffset askedAt, out DateTimeOffset? since)
    {
        since = null;
        if (Presence() is { } present)
            return (null, present);

        (var isCertain, since) = Absence.After(_row, askedAt, file.Times);
        if (!isCertain)
            return (null, "2C2P lists nothing of ours");
        if (Rules() is { } forbidden)
            return (null, forbidden);

        var (licence, why) = LicenceAt(since!.Value);
        // Absence that began before the vouched bound says nothing of what 2C2P did until then: it begins anew with the first answer after it.
        if (licence is null && VouchedFrom is { } bound && since < bound && askedAt >= bound)
            since = askedAt;
        return (licence, why);
    }

    private string? Against() => Presence() ?? Rules();

    /// <summary>Signs that 2C2P did it, or that the list cannot tell.</summary>
    private string? Presence()
    {
        if (testimony.Statements.LastOrDefault(IsEvidence) is { } statement)
            return $"2C2P said something of it ({statement}), and its list does not show it";
        if (!reading.IsCaughtUp)
            return "2C2P's list misses a refund that succeeded; it lags";
        return reading.Suspects.Count > 0
            ? $"2C2P lists refunds that may be ours ({string.Join(", ", reading.Suspects.Take(5).Select(refund => refund.Reference ?? "without reference"))}); nothing tells"
            : null;
    }

    private static bool IsEvidence(Statement statement) =>
        statement.Saying is Saying.Done or Saying.Taken or Saying.Failed or Saying.Contradiction;

    private string? Rules()
    {
        if (_row.NeedsReview)
            return "A person may be acting on it";
        if (_row.MaybeSent.Count() >= file.Times.MaxAttempts && !_row.HasPersonsWord)
            return $"It was sent {file.Times.MaxAttempts} times";
        if (SendingRules.Forbid(file) is { } forbidden)
            return forbidden;
        if (SiblingContradictions.Hold(file, siblings) is { } held)
            return held;
        if (!PaymentRules.Allows(_row.Kind, reading.List.Status))
            return $"The payment's status is {reading.List.Status}";
        if (reading.Left is not { } left)
            return "2C2P's list shows an amount that cannot be read";
        if (_row.Amount > left)
            return $"2C2P's list leaves {left}, less than the amount of this refund";
        return _row.Amount > reading.LeftBesideTaken ? NotBesideTaken : null;
    }

    private (Licence? Licence, string Why) LicenceAt(DateTimeOffset absentSince)
    {
        if (_row.HasPersonsWord)
            return (Licence.Person, "a person looked, and said to send it once more");
        if (
            PaymentRules.IsCard(reading.List)
            && reading.LeftForCertain is { } left
            && _row.Amount is { } amount
            && amount + amount > left
        )
            return (Licence.CannotFitTwice, "two refunds of this amount cannot both fit");
        return VouchedFrom is { } vouched && absentSince >= vouched
            ? (Licence.DoneWithin, "the merchant vouches that 2C2P executes nothing this late")
            : (null, "2C2P lists nothing of ours, and a second refund would fit beside a late first one");
    }

    // Another worker's clock said when the request ended.
    private DateTimeOffset? VouchedFrom => Absence.LastSendEnd(_row) + file.Times.Skew + file.Merchant.DoneWithin;
}
