namespace TwoC2P.Simulator.PaymentAnswers;

/// <summary>One <c>refund</c> of a refundList, as attribute texts.</summary>
internal sealed record RefundEntry(
    string ReferenceNo,
    string Status,
    string Amount,
    string DateTime,
    IReadOnlyList<string> UserDefined
);
