using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>A link that was made, as callers read it. A value that 2C2P sent in a way that is not understood is null.</summary>
internal sealed record NewLinkBody
{
    public required string QpID { get; init; }

    public required string? OrderIdPrefix { get; init; }

    public required string? Currency { get; init; }

    public required decimal? Amount { get; init; }

    public required DateTime? Expiry { get; init; }

    public required string? Url { get; init; }

    /// <summary>What became of each recipient; null when the link was not to be sent.</summary>
    public required IReadOnlyList<RecipientBody>? Recipients { get; init; }

    public required GatewayProblemBody Gateway { get; init; }

    public static NewLinkBody Of(GenerateLinkResponse response, QuickPayDelivery? asked) =>
        new()
        {
            QpID = response.QpId!,
            OrderIdPrefix = response.OrderIdPrefix,
            Currency = response.Currency,
            Amount = response.Amount.Value?.InDecimalsOf(response.Currency),
            Expiry = response.Expiry.Value?.UtcDateTime,
            Url = response.Url,
            Recipients = asked is null ? null : QuickPay.Recipients.Of(asked, response.Delivery),
            Gateway = new(response.ResCode.Text, response.ResDesc, Status: null),
        };
}
