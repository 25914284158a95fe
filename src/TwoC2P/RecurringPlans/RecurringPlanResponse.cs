using TwoC2P.Codes;

namespace TwoC2P.RecurringPlans;

/// <summary>2C2P's answer (message <c>RecurringMaintenanceResponse</c>), read tolerantly. An answer to Cancel names the plan and little else.</summary>
public sealed record RecurringPlanResponse
{
    /// <summary>Message version; not always the request's (<c>version</c>).</summary>
    public string? Version { get; init; }

    /// <summary>Gateway's time of the answer as sent, <c>ddMMyyHHmmss</c> (<c>timeStamp</c>).</summary>
    public string? TimeStamp { get; init; }

    /// <summary>The merchant that is answered; absent from the published table, sent by the new generation (<c>merchantID</c>).</summary>
    public string? MerchantId { get; init; }

    /// <summary>Result (<c>respCode</c>).</summary>
    public ResultCode RespCode { get; init; }

    /// <summary>2C2P's own text for the result (<c>respReason</c>).</summary>
    public string? RespReason { get; init; }

    /// <summary>The plan (<c>recurringUniqueID</c>).</summary>
    public string? RecurringUniqueId { get; init; }

    /// <summary>Whether the plan charges: Y or N (<c>recurringStatus</c>).</summary>
    public WireValue<bool> RecurringStatus { get; init; }

    /// <summary>What the invoice numbers of the charges begin with (<c>invoicePrefix</c>).</summary>
    public string? InvoicePrefix { get; init; }

    /// <summary>Currency, ISO 4217 number such as <c>702</c> (<c>currency</c>).</summary>
    public string? Currency { get; init; }

    /// <summary>The currency's three letters, or null when the number is none (see <see cref="Iso4217"/>).</summary>
    public string? CurrencyLetters => Iso4217.ToAlphabetic(Currency);

    /// <summary>What each charge takes, in whole units of the currency; not understood without a known currency (<c>amount</c>).</summary>
    public WireValue<decimal> Amount { get; init; }

    /// <summary>The masked card number (<c>maskedCardNo</c>).</summary>
    public string? MaskedCardNo { get; init; }

    /// <summary>Whether failed charges accumulate: Y or N (<c>allowAccumulate</c>).</summary>
    public WireValue<bool> AllowAccumulate { get; init; }

    /// <summary>The most that may accumulate, in whole units of the currency (<c>maxAccumulateAmount</c>).</summary>
    public WireValue<decimal> MaxAccumulateAmount { get; init; }

    /// <summary>Days between charges (<c>recurringInterval</c>).</summary>
    public WireValue<int> RecurringInterval { get; init; }

    /// <summary>How many charges in all; 0 is without end (<c>recurringCount</c>).</summary>
    public WireValue<int> RecurringCount { get; init; }

    /// <summary>How many charges there were (<c>currentCount</c>).</summary>
    public WireValue<int> CurrentCount { get; init; }

    /// <summary>Date of the next charge, from ddMMyyyy or yyyyMMdd (<c>chargeNextDate</c>).</summary>
    public WireValue<DateOnly> ChargeNextDate { get; init; }

    /// <summary>Day of the charges, from ddMM (<c>chargeOnDate</c>).</summary>
    public WireValue<DayAndMonth> ChargeOnDate { get; init; }

    /// <summary>Signature as sent (<c>hashValue</c>).</summary>
    public string? HashValue { get; init; }

    /// <summary>The terms that an update begins with when it changes only some of them; what was not understood is null there.</summary>
    public RecurringPlanTerms ToTerms() =>
        new()
        {
            Currency = Currency,
            IsActive = RecurringStatus.Value,
            Amount = Amount.Value,
            AllowAccumulate = AllowAccumulate.Value,
            MaxAccumulateAmount = MaxAccumulateAmount.Value,
            // Gateways answer the unused one of the two as nothing or as 0.
            RecurringInterval = RecurringInterval.Value is 0 ? null : RecurringInterval.Value,
            RecurringCount = RecurringCount.Value,
            ChargeNextDate = ChargeNextDate.Value,
            ChargeOnDate = ChargeOnDate.Value,
        };
}
