using TwoC2P;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>What a link that 2C2P shows is for, as it can be sent back.</summary>
internal static class KnownLink
{
    /// <summary>The link's terms. What is missing stays empty, for the rules to complain about.</summary>
    public static QuickPayLinkTerms TermsOf(QueryLinkResponse link)
    {
        var isMultiple = link.AllowMultiplePayment.Value ?? false;
        return new QuickPayLinkTerms
        {
            Description = link.Description ?? "",
            Currency = link.Currency ?? "",
            Amount = link.Amount.Value ?? 0,
            AllowMultiplePayment = isMultiple,
            MaxTransaction = isMultiple ? link.MostPayments : null,
            Expiry = link.Expiry.Value ?? default,
            UserData = link.UserData,
            Promotion = link.Promotion,
            CategoryId = link.CategoryId,
            ResultUrl1 = link.ResultUrl1,
            ResultUrl2 = link.ResultUrl2,
            PaymentOption = link.PaymentOption,
            IppInterestType = link.IppInterestType,
            PaymentExpiry = link.PaymentExpiry.Value,
            Request3DS = link.Request3DS,
            EnableStoreCard = link.EnableStoreCard.Value,
            Recurring = link.Recurring.Value == true ? PlanOf(link) : null,
            UseStoreCardOnly = link.UseStoreCardOnly.Value,
            StoreCardUniqueId = link.StoreCardUniqueId,
            IppPeriodFilter = link.IppPeriodFilter,
        };
    }

    /// <summary>The paths of the properties whose values 2C2P sent in a way that is not understood: they must not be sent back as something else.</summary>
    public static IEnumerable<string> NotUnderstood(QueryLinkResponse link)
    {
        (string Name, bool IsUnderstood)[] values =
        [
            ("amount", Is(link.Amount)),
            ("allowMultiplePayment", Is(link.AllowMultiplePayment)),
            ("maxTransaction", Is(link.MaxTransaction)),
            ("expiry", Is(link.Expiry)),
            ("paymentExpiry", Is(link.PaymentExpiry)),
            ("enableStoreCard", Is(link.EnableStoreCard)),
            ("useStoreCardOnly", Is(link.UseStoreCardOnly)),
            (LinkTermsReader.Recurring, Is(link.Recurring)),
            .. link.Recurring.Value == true ? PartsOf(link) : [],
        ];
        return values.Where(value => !value.IsUnderstood).Select(value => value.Name);
    }

    private static IEnumerable<(string Name, bool IsUnderstood)> PartsOf(QueryLinkResponse link)
    {
        (string Name, bool IsUnderstood)[] parts =
        [
            ("recurringAmount", Is(link.RecurringAmount)),
            ("allowAccumulate", Is(link.AllowAccumulate)),
            ("maxAccumulateAmount", Is(link.MaxAccumulateAmount)),
            ("recurringInterval", Is(link.RecurringInterval)),
            ("recurringCount", Is(link.RecurringCount)),
            ("chargeNextDate", Is(link.ChargeNextDate)),
            ("chargeOnDate", Is(link.ChargeOnDate)),
        ];
        return parts.Select(part => ($"{LinkTermsReader.Recurring}.{part.Name}", part.IsUnderstood));
    }

    private static bool Is<T>(WireValue<T> value)
        where T : struct => value.Text is null || value.Value is not null;

    private static QuickPayRecurring PlanOf(QueryLinkResponse link) =>
        new()
        {
            Amount = link.RecurringAmount.Value ?? 0,
            AllowAccumulate = link.AllowAccumulate.Value ?? false,
            MaxAccumulateAmount = link.MaxAccumulateAmount.Value,
            Interval = link.DaysBetweenCharges,
            Count = link.RecurringCount.Value ?? 0,
            ChargeNextDate = link.ChargeNextDate.Value,
            ChargeOnDate = link.ChargeOnDate.Value,
        };
}
