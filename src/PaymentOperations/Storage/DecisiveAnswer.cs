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
            ProcessType = response.ProcessType,
            RespCode = response.RespCode.Text,
            RespDesc = response.RespDesc,
            Status = response.Status.Text,
            Amount = response.AmountText,
            ReferenceNo = response.ReferenceNo,
            RefundReferenceNo = response.RefundReferenceNo,
            ApprovalCode = response.ApprovalCode,
            TransactionDateTime = response.TransactionDateTime,
            UserDefined1 = entry is null ? response.UserDefined.ElementAtOrDefault(0) : entry.UserDefined.ElementAtOrDefault(0),
            UserDefined2 = entry is null ? response.UserDefined.ElementAtOrDefault(1) : entry.UserDefined.ElementAtOrDefault(1),
            HashForm = evidence.Form.ToString(),
            KeyVersion = evidence.KeyVersion,
            VerifiedHash = evidence.VerifiedHash,
            EntryReferenceNo = entry?.ReferenceNo,
            EntryStatus = entry?.Status.Text,
            EntryAmount = entry?.AmountText,
            EntryDateTime = entry?.DateTime,
        };
}
