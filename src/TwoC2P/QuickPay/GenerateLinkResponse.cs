namespace TwoC2P.QuickPay;

/// <summary>The answer to Generate and, with <see cref="Delivery"/>, to Generate and Send (messages <c>GenerateQPRes</c>, <c>GenerateSendQPRes</c>).</summary>
public sealed record GenerateLinkResponse : QuickPayResponse
{
    /// <summary>What the invoice numbers begin with (<c>orderIdPrefix</c>).</summary>
    public string? OrderIdPrefix { get; init; }

    /// <summary>Currency, ISO 4217 letters (<c>currency</c>).</summary>
    public string? Currency { get; init; }

    /// <summary>Amount in whole units of the currency (<c>amount</c>).</summary>
    public WireValue<decimal> Amount { get; init; }

    /// <summary>When the link ends (<c>expiry</c>); of a text without zone, in the merchant's.</summary>
    public WireValue<DateTimeOffset> Expiry { get; init; }

    /// <summary>The link's address (<c>url</c>).</summary>
    public string? Url { get; init; }

    /// <summary>Who got it; empty after Generate alone.</summary>
    public DeliveryReport Delivery { get; init; } = new();
}
