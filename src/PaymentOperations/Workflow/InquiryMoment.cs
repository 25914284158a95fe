using PaymentOperations.Merchants;
using PaymentOperations.Operations;

namespace PaymentOperations.Workflow;

/// <summary>When and for whom an answer was asked for.</summary>
/// <param name="AskedAt">When the question left.</param>
/// <param name="Times">The workflow's durations.</param>
/// <param name="Merchant">The merchant, with what it vouches for.</param>
internal sealed record InquiryMoment(DateTimeOffset AskedAt, OperationTimes Times, Merchant Merchant);
