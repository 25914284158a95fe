using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>Keeps what a list showed of ours and of what nobody explains, bounded: a later list may lag, and what was seen once was there.</summary>
internal static class Sightings
{
    private const int Most = 20;

    public static OperationRow Remember(OperationRow row, ListReading reading, DateTimeOffset at)
    {
        if (!row.MaybeSent.Any() && reading.OursLive.Count == 0)
            return row;

        var seen = reading
            .Refunds.Where(refund => refund.Owner is Owner.Us or Owner.Unexplained)
            .OrderBy(refund => refund.Owner)
            .ThenBy(refund => refund.IsLive ? 0 : 1)
            .Select(refund => new Sighting
            {
                Reference = refund.Reference,
                Status = refund.Status.Text ?? "",
                Amount = refund.Amount?.MinorUnits,
                IsOurs = refund.Owner == Owner.Us,
                At = row.Seen.FirstOrDefault(old => old.Reference == refund.Reference)?.At ?? at,
            })
            .Take(Most)
            .ToList();
        return row with { Seen = seen };
    }
}
