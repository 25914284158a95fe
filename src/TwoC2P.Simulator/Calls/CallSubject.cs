namespace TwoC2P.Simulator.Calls;

/// <summary>
/// What a call says it is about. <c>Api</c> is the request's root element without "Request", or QuickPay; <c>ProcessType</c> the
/// processType, the action of a card call or QuickPay's verb; <c>Id</c> the card, plan or link (before there is one: its prefix).
/// </summary>
internal sealed record CallSubject(
    string Api = "",
    string MerchantId = "",
    string ProcessType = "",
    string InvoiceNo = "",
    string ActionAmount = "",
    string Id = "",
    string IdempotencyId = ""
);
