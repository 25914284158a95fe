using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace PaymentOperations.Storage;

/// <summary>The raw verified fields of an answer that decided something, as the ledger keeps them.</summary>
internal sealed record DecisiveAnswer
{
    public string? ProcessType { get; init; }
    public string? RespCode { get; init; }
    public string? RespDesc { get; init; }
    public string? Status { get; init; }
    public string? Amount { get; init; }
    public string? ReferenceNo { get; init; }
    public string? RefundReferenceNo { get; init; }
    public string? ApprovalCode { get; init; }
    public string? TransactionDateTime { get; init; }
    public string? UserDefined1 { get; init; }
    public string? UserDefined2 { get; init; }
    public string? HashForm { get; init; }
    public string? KeyVersion { get; init; }
    public string? VerifiedHash { get; init; }

    /// <summary>The list entry that decided, if the answer is a list.</summary>
    public string? EntryReferenceNo { get; init; }
    public string? EntryStatus { get; init; }
    public string? EntryAmount { get; init; }
    public string? EntryDateTime { get; init; }

    /// <summary>What was assumed where 2C2P leaves it open.</summary>
    public string? Assumption { get; init; }

    public static DecisiveAnswer Of(PaymentProcessResponse response, AnswerEvidence evidence, RefundEntry? entry = null) =>
        new()
        {
            ProcessType = PublishedLength.Cut(response.ProcessType),
            RespCode = PublishedLength.Cut(response.RespCode.Text),
            RespDesc = PublishedLength.Cut(response.RespDesc, PublishedLength.Description),
            Status = PublishedLength.Cut(response.Status.Text),
            Amount = PublishedLength.Cut(response.AmountText),
            ReferenceNo = PublishedLength.Cut(response.ReferenceNo),
            RefundReferenceNo = PublishedLength.Cut(response.RefundReferenceNo),
            ApprovalCode = PublishedLength.Cut(response.ApprovalCode),
            TransactionDateTime = PublishedLength.Cut(response.TransactionDateTime),
            UserDefined1 = PublishedLength.Cut((entry?.UserDefined ?? response.UserDefined).ElementAtOrDefault(0)),
            UserDefined2 = PublishedLength.Cut((entry?.UserDefined ?? response.UserDefined).ElementAtOrDefault(1)),
            HashForm = evidence.Form.ToString(),
            KeyVersion = evidence.KeyVersion,
            VerifiedHash = evidence.VerifiedHash,
            EntryReferenceNo = PublishedLength.Cut(entry?.ReferenceNo),
            EntryStatus = PublishedLength.Cut(entry?.Status.Text),
            EntryAmount = PublishedLength.Cut(entry?.AmountText),
            EntryDateTime = PublishedLength.Cut(entry?.DateTime),
        };
}
