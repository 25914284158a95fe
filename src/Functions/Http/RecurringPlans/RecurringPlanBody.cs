using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Requests;
using TwoC2P.RecurringPlans;

namespace PaymentGateway.Http.RecurringPlans;

/// <summary>A recurring plan as callers read it. What 2C2P did not tell, or told in a way that is not understood, is null.</summary>
internal sealed record RecurringPlanBody
{
    public required string? RecurringUniqueID { get; init; }

    public required bool? Active { get; init; }

    public required string? InvoicePrefix { get; init; }

    /// <summary>ISO 4217 letters.</summary>
    public required string? Currency { get; init; }

    /// <summary>ISO 4217 number, as 2C2P sent it.</summary>
    public required string? CurrencyNumber { get; init; }

    public required decimal? Amount { get; init; }

    /// <summary>At most the first six and last four digits, even if 2C2P should send more.</summary>
    public required string? MaskedCardNo { get; init; }

    public required bool? AllowAccumulate { get; init; }

    public required decimal? MaxAccumulateAmount { get; init; }

    public required int? RecurringInterval { get; init; }

    public required int? RecurringCount { get; init; }

    public required int? CurrentCount { get; init; }

    public required DateOnly? ChargeNextDate { get; init; }

    /// <summary><c>MM-DD</c>.</summary>
    public required string? ChargeOnDate { get; init; }

    /// <summary>2C2P's result.</summary>
    public required GatewayProblemBody Gateway { get; init; }

    public static RecurringPlanBody Of(RecurringPlanResponse response)
    {
        var terms = response.ToTerms();
        return new()
        {
            RecurringUniqueID = response.RecurringUniqueId,
            Active = terms.IsActive,
            InvoicePrefix = response.InvoicePrefix,
            Currency = response.CurrencyLetters,
            CurrencyNumber = response.Currency,
            Amount = terms.Amount?.InDecimalsOf(response.Currency),
            MaskedCardNo = CardNumbers.Mask(response.MaskedCardNo),
            AllowAccumulate = terms.AllowAccumulate,
            MaxAccumulateAmount = terms.MaxAccumulateAmount?.InDecimalsOf(response.Currency),
            RecurringInterval = terms.RecurringInterval,
            RecurringCount = terms.RecurringCount,
            CurrentCount = response.CurrentCount.Value,
            ChargeNextDate = terms.ChargeNextDate,
            ChargeOnDate = terms.ChargeOnDate?.ToString(),
            Gateway = new(response.RespCode.Text, response.RespReason, Status: null),
        };
    }

    /// <summary>What a verified refusal says.</summary>
    public static Refusal RefusalOf(RecurringPlanResponse response) => Refusal.Of(response.RespCode, response.RespReason);
}
