using TwoC2P.Codes;
using TwoC2P.Envelopes;
using TwoC2P.Keys;
using TwoC2P.Messages;

namespace TwoC2P.PaymentAction;

/// <summary>Reads 2C2P's answers and notifications.</summary>
internal static class PaymentProcessResponseMessage
{
    /// <summary>The message in an envelope, or null when there is none, or none with a result.</summary>
    public static WireMessage? Read(EnvelopeText text, GatewayKeys keys) =>
        Envelope
            .Open(text, keys)
            .Select(xml => MessageXmlReader.Read(xml, PaymentProcessLayouts.Response))
            .FirstOrDefault(message => message?.NullIfEmpty("respCode") is not null);

    /// <summary>The fields as our type; believes nothing.</summary>
    public static PaymentProcessResponse ToResponse(WireMessage message) =>
        new()
        {
            Version = message.NullIfEmpty("version"),
            TimeStamp = message.NullIfEmpty("timeStamp"),
            RespCode = new ResultCode(message["respCode"]),
            RespDesc = message.NullIfEmpty("respDesc"),
            ProcessType = message.NullIfEmpty("processType"),
            InvoiceNo = message.NullIfEmpty("invoiceNo"),
            Amount = ToMoney(message["amount"]),
            AmountText = message.NullIfEmpty("amount"),
            Status = new TransactionStatus(message["status"]),
            ApprovalCode = message.NullIfEmpty("approvalCode"),
            ReferenceNo = message.NullIfEmpty("referenceNo"),
            RefundReferenceNo = message.NullIfEmpty("refundReferenceNo"),
            TransactionDateTime = message.NullIfEmpty("transactionDateTime"),
            PaidAgent = message.NullIfEmpty("paidAgent"),
            PaidChannel = message.NullIfEmpty("paidChannel"),
            MaskedPan = message.NullIfEmpty("maskedPan"),
            Eci = message.NullIfEmpty("eci"),
            PaymentScheme = message.NullIfEmpty("paymentScheme"),
            ProcessBy = message.NullIfEmpty("processBy"),
            SubMerchants = [.. message.Items(PaymentProcessLayouts.SubMerchantList).Select(ToShare)],
            Refunds = [.. message.Items(PaymentProcessLayouts.RefundList).Select(ToRefund)],
            UserDefined = [.. PaymentProcessLayouts.UserDefined.Select(field => message.NullIfEmpty(field.Name))],
            HashValue = message.NullIfEmpty("hashValue"),
        };

    private static SubMerchantShare ToShare(WireItem item) => new(item.NullIfEmpty("subMID"), item.NullIfEmpty("subAmount"));

    private static RefundEntry ToRefund(WireItem item) =>
        new()
        {
            ReferenceNo = item.NullIfEmpty("referenceNo"),
            Status = new TransactionStatus(item["status"]),
            Amount = ToMoney(item["amount"]),
            AmountText = item.NullIfEmpty("amount"),
            DateTime = item.NullIfEmpty("dateTime"),
            UserDefined = [.. PaymentProcessLayouts.UserDefined.Select(field => item.NullIfEmpty(field.Name))],
        };

    private static Money? ToMoney(string text) => Money.TryParseWire(text, out var money) ? money : null;
}
