using TwoC2P.Messages;
using static TwoC2P.Messages.MessageField;

namespace TwoC2P.PaymentAction;

/// <summary>2C2P's two published tables, in the order of their samples, and the fields beyond them that gateways and clients use.</summary>
internal static class PaymentProcessLayouts
{
    public const string SubMerchantList = "subMerchantList";
    public const string RefundList = "refundList";

    // The published tables have no userDefined; 150 is the width of the same fields in 2C2P's other messages.
    public const int UserDefinedLength = 150;

    public static readonly IReadOnlyList<Scalar> UserDefined =
    [
        new("userDefined1", UserDefinedLength),
        new("userDefined2", UserDefinedLength),
        new("userDefined3", UserDefinedLength),
        new("userDefined4", UserDefinedLength),
        new("userDefined5", UserDefinedLength),
    ];

    private static readonly List SubMerchants = new(SubMerchantList, "subMerchant", [new("subMID", 15), new("subAmount", 13)]);

    private static readonly List Refunds = new(
        RefundList,
        "refund",
        [new("referenceNo", 30), new("status", 3), new("amount", 13), new("dateTime", 14), .. UserDefined]
    );

    public static readonly MessageLayout Request = new(
        "PaymentProcessRequest",
        [
            new Scalar("version", 5),
            new Scalar("timeStamp", 22),
            new Scalar("merchantID", 15),
            new Scalar("processType", 2),
            new Scalar("invoiceNo", 50),
            new Scalar("actionAmount", 13),
            new Scalar("bankCode", 10),
            new Scalar("accountName", 50),
            new Scalar("accountNumber", 50),
            SubMerchants,
            new Scalar("notifyURL", 250),
            .. UserDefined,
            new Scalar("idempotencyID", 100),
            new Scalar("hashValue", 150),
        ]
    );

    public static readonly MessageLayout Response = new(
        "PaymentProcessResponse",
        [
            new Scalar("version", 5),
            new Scalar("timeStamp", 22),
            new Scalar("respCode", 2),
            new Scalar("respDesc", 100),
            new Scalar("processType", 2),
            new Scalar("invoiceNo", 50),
            new Scalar("amount", 13),
            new Scalar("status", 3),
            new Scalar("approvalCode", 6),
            new Scalar("referenceNo", 30),
            new Scalar("refundReferenceNo", 30),
            new Scalar("transactionDateTime", 14),
            new Scalar("paidAgent", 30),
            new Scalar("paidChannel", 30),
            new Scalar("maskedPan", 16),
            new Scalar("eci", 3),
            SubMerchants,
            Refunds,
            new Scalar("paymentScheme", 2),
            new Scalar("processBy", 2),
            .. UserDefined,
            new Scalar("hashValue", 150),
        ]
    );
}
