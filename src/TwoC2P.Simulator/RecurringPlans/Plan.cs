namespace TwoC2P.Simulator.RecurringPlans;

/// <summary>A recurring payment plan; values are the texts of the protocol (amounts in 12 digits, dates ddMMyyyy and ddMM).</summary>
internal sealed record Plan(
    string MerchantId,
    string RecurringUniqueId,
    string RecurringStatus = "Y",
    string InvoicePrefix = "",
    string Currency = "764",
    string Amount = "000000010000",
    string MaskedCardNo = "XXXXXXXXXXXX1111",
    string AllowAccumulate = "N",
    string MaxAccumulateAmount = "000000000000",
    string RecurringInterval = "",
    string RecurringCount = "0",
    string CurrentCount = "0",
    string ChargeNextDate = "",
    string ChargeOnDate = "",
    bool Cancelled = false
);
