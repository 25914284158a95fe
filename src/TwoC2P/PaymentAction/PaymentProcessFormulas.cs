using TwoC2P.Signing;

namespace TwoC2P.PaymentAction;

/// <summary>What <c>hashValue</c> covers, in order. <c>timeStamp</c> and <c>respDesc</c> are not covered.</summary>
internal static class PaymentProcessFormulas
{
    public static readonly SignatureFormula Request = new(
        SignatureAlgorithm.HmacSha1,
        [
            "version",
            "merchantID",
            "processType",
            "invoiceNo",
            "actionAmount",
            "bankCode",
            "accountName",
            "accountNumber",
            new SignedPart.List(PaymentProcessLayouts.SubMerchantList, ["subMID", "subAmount"]),
            "notifyURL",
            "userDefined1",
            "userDefined2",
            "userDefined3",
            "userDefined4",
            "userDefined5",
        ]
    );

    public static readonly SignatureFormula Response = new(
        SignatureAlgorithm.HmacSha1,
        [
            "version",
            "respCode",
            "processType",
            "invoiceNo",
            "amount",
            "status",
            "approvalCode",
            "referenceNo",
            "transactionDateTime",
            "paidAgent",
            "paidChannel",
            "maskedPan",
            "eci",
            new SignedPart.List(PaymentProcessLayouts.SubMerchantList, ["subMID", "subAmount"]),
            new SignedPart.List(
                PaymentProcessLayouts.RefundList,
                [
                    "referenceNo",
                    "status",
                    "amount",
                    "dateTime",
                    "userDefined1",
                    "userDefined2",
                    "userDefined3",
                    "userDefined4",
                    "userDefined5",
                ]
            ),
            "paymentScheme",
            "processBy",
            "refundReferenceNo",
            "userDefined1",
            "userDefined2",
            "userDefined3",
            "userDefined4",
            "userDefined5",
        ]
    );
}
