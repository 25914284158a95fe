using System.Collections.Frozen;
using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.PaymentAnswers;

/// <summary>Sets response fields by their published names; a field of a list is set in each of its entries.</summary>
internal static class PaymentProcessFields
{
    private static readonly SubAmount NoPart = new("", "");
    private static readonly RefundEntry NoRefund = new("", "", "", "", []);

    private static readonly FrozenDictionary<string, Func<PaymentProcessResponse, string, PaymentProcessResponse>> Setters =
        new Dictionary<string, Func<PaymentProcessResponse, string, PaymentProcessResponse>>(StringComparer.Ordinal)
        {
            ["version"] = (answer, value) => answer with { Version = value },
            ["timeStamp"] = (answer, value) => answer with { TimeStamp = value },
            ["respCode"] = (answer, value) => answer with { RespCode = value },
            ["respDesc"] = (answer, value) => answer with { RespDesc = value },
            ["processType"] = (answer, value) => answer with { ProcessType = value },
            ["invoiceNo"] = (answer, value) => answer with { InvoiceNo = value },
            ["amount"] = (answer, value) => answer with { Amount = value },
            ["status"] = (answer, value) => answer with { Status = value },
            ["approvalCode"] = (answer, value) => answer with { ApprovalCode = value },
            ["referenceNo"] = (answer, value) => answer with { ReferenceNo = value },
            ["transactionDateTime"] = (answer, value) => answer with { TransactionDateTime = value },
            ["paidAgent"] = (answer, value) => answer with { PaidAgent = value },
            ["paidChannel"] = (answer, value) => answer with { PaidChannel = value },
            ["maskedPan"] = (answer, value) => answer with { MaskedPan = value },
            ["eci"] = (answer, value) => answer with { Eci = value },
            ["subMerchant subMID"] = (answer, value) => EachPart(answer, part => part with { SubMid = value }),
            ["subMerchant subAmount"] = (answer, value) => EachPart(answer, part => part with { Amount = value }),
            ["refund referenceNo"] = (answer, value) => EachRefund(answer, refund => refund with { ReferenceNo = value }),
            ["refund status"] = (answer, value) => EachRefund(answer, refund => refund with { Status = value }),
            ["refund amount"] = (answer, value) => EachRefund(answer, refund => refund with { Amount = value }),
            ["refund dateTime"] = (answer, value) => EachRefund(answer, refund => refund with { DateTime = value }),
            ["paymentScheme"] = (answer, value) => answer with { PaymentScheme = value },
            ["processBy"] = (answer, value) => answer with { ProcessBy = value },
            ["refundReferenceNo"] = (answer, value) => answer with { RefundReferenceNo = value },
            ["hashValue"] = (answer, value) => answer with { HashValue = value },
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The published names of fields that stand alone, and of fields of lists (with a space).</summary>
    public static IEnumerable<string> Names => Setters.Keys.Order(StringComparer.Ordinal);

    public static bool Has(string name) => Setters.ContainsKey(name);

    /// <summary>Whether it is a field of the message itself, not of an entry of its lists.</summary>
    public static bool IsPlain(string name) => Has(name) && !name.Contains(' ', StringComparison.Ordinal);

    /// <summary>A name that the message does not have changes nothing.</summary>
    public static PaymentProcessResponse Set(PaymentProcessResponse answer, string name, string value) =>
        Setters.TryGetValue(name, out var set) ? set(answer, value) : answer;

    private static PaymentProcessResponse EachPart(PaymentProcessResponse answer, Func<SubAmount, SubAmount> change) =>
        answer with
        {
            SubMerchants = [.. answer.SubMerchants.DefaultIfEmpty(NoPart).Select(change)],
        };

    private static PaymentProcessResponse EachRefund(PaymentProcessResponse answer, Func<RefundEntry, RefundEntry> change) =>
        answer with
        {
            Refunds = [.. answer.Refunds.DefaultIfEmpty(NoRefund).Select(change)],
        };
}
