using TwoC2P.Simulator.PaymentAnswers;

namespace TwoC2P.Simulator.PaymentProcess;

/// <summary>A request with an <c>idempotencyID</c>, and what it was answered.</summary>
internal sealed record ServedRequest(
    string MerchantId,
    string IdempotencyId,
    string ProcessType,
    string InvoiceNo,
    PaymentProcessResponse Answer
);
