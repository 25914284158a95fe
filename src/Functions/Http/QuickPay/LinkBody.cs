using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>A link as 2C2P shows it now. A value that 2C2P sent in a way that is not understood is null.</summary>
internal sealed record LinkBody
{
    public required string QpID { get; init; }

    public required string? OrderIdPrefix { get; init; }

    public required string? Description { get; init; }

    public required string? Currency { get; init; }

    public required decimal? Amount { get; init; }

    public required bool? AllowMultiplePayment { get; init; }

    public required int? MaxTransaction { get; init; }

    public required DateTime? Expiry { get; init; }

    public required IReadOnlyList<string?> UserData { get; init; }

    public required string? Promotion { get; init; }

    public required string? CategoryId { get; init; }

    public required string? ResultUrl1 { get; init; }

    public required string? ResultUrl2 { get; init; }

    public required string? PaymentOption { get; init; }

    public required string? IppInterestType { get; init; }

    public required DateTime? PaymentExpiry { get; init; }

    public required string? Url { get; init; }

    public required int? CurrentApproved { get; init; }

    public required int? ClickCount { get; init; }

    public required string? Request3DS { get; init; }

    public required bool? EnableStoreCard { get; init; }

    /// <summary>Null when the payment begins no recurring plan.</summary>
    public required LinkRecurringBody? Recurring { get; init; }

    public required bool? UseStoreCardOnly { get; init; }

    public required string? StoreCardUniqueID { get; init; }

    public required string? IppPeriodFilter { get; init; }

    public required GatewayProblemBody Gateway { get; init; }

    public static LinkBody Of(QueryLinkResponse link) =>
        new()
        {
            QpID = link.QpId!,
            OrderIdPrefix = link.OrderIdPrefix,
            Description = link.Description,
            Currency = link.Currency,
            Amount = link.Amount.Value?.InDecimalsOf(link.Currency),
            AllowMultiplePayment = link.AllowMultiplePayment.Value,
            MaxTransaction = link.MostPayments,
            Expiry = link.Expiry.Value?.UtcDateTime,
            UserData = link.UserData,
            Promotion = link.Promotion,
            CategoryId = link.CategoryId,
            ResultUrl1 = link.ResultUrl1,
            ResultUrl2 = link.ResultUrl2,
            PaymentOption = link.PaymentOption,
            IppInterestType = link.IppInterestType,
            PaymentExpiry = link.PaymentExpiry.Value?.UtcDateTime,
            Url = link.Url,
            CurrentApproved = link.CurrentApproved.Value,
            ClickCount = link.ClickCount.Value,
            Request3DS = link.Request3DS,
            EnableStoreCard = link.EnableStoreCard.Value,
            Recurring = link.Recurring.Value == true ? LinkRecurringBody.Of(link) : null,
            UseStoreCardOnly = link.UseStoreCardOnly.Value,
            StoreCardUniqueID = link.StoreCardUniqueId,
            IppPeriodFilter = link.IppPeriodFilter,
            Gateway = new(link.ResCode.Text, link.ResDesc, Status: null),
        };
}
