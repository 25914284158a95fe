using PaymentOperations.Merchants;
using TwoC2P;

namespace PaymentOperations.Caps;

/// <summary>What one request would use up of a cap of its merchant's day.</summary>
public sealed record CapUse
{
    private CapUse() { }

    /// <summary>Whose.</summary>
    public required MerchantId MerchantId { get; init; }

    /// <summary>Of which cap.</summary>
    public required CapKind Kind { get; init; }

    /// <summary>How much, in the cap's unit (<see cref="CapKind"/>).</summary>
    public required long Amount { get; init; }

    /// <summary>How much a day has in all.</summary>
    public required long Limit { get; init; }

    /// <summary>Whose midnight ends the day.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>A refund of this amount; null where the merchant has no cap on refunds.</summary>
    public static CapUse? OfRefund(Merchant merchant, Money amount) =>
        merchant.DailyRefundValue is { } limit ? Of(merchant, CapKind.Refunds, amount.MinorUnits, limit.MinorUnits) : null;

    /// <summary>A link that is sent to so many recipients; null for none, and where the merchant has no cap on links.</summary>
    public static CapUse? OfLinkSends(Merchant merchant, int recipients) =>
        recipients > 0 && merchant.DailyLinkSends is { } limit ? Of(merchant, CapKind.LinkSends, recipients, limit) : null;

    private static CapUse Of(Merchant merchant, CapKind kind, long amount, long limit) =>
        new()
        {
            MerchantId = merchant.Id,
            Kind = kind,
            Amount = amount,
            Limit = limit,
            TimeZone = merchant.TimeZone,
        };
}
