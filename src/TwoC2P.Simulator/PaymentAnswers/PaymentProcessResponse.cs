using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.PaymentAnswers;

/// <summary>A PaymentProcessResponse before it is signed; also the content of a refund notification.</summary>
internal sealed record PaymentProcessResponse : IGatewayAnswer
{
    public string Version { get; init; } = "";
    public required string TimeStamp { get; init; }
    public required string RespCode { get; init; }

    /// <summary>Set by a fault; otherwise the text of the code.</summary>
    public string? RespDesc { get; init; }
    public string ProcessType { get; init; } = "";
    public string InvoiceNo { get; init; } = "";
    public string Amount { get; init; } = "";
    public string Status { get; init; } = "";
    public string ApprovalCode { get; init; } = "";
    public string ReferenceNo { get; init; } = "";
    public string TransactionDateTime { get; init; } = "";
    public string PaidAgent { get; init; } = "";
    public string PaidChannel { get; init; } = "";
    public string MaskedPan { get; init; } = "";
    public string Eci { get; init; } = "";
    public IReadOnlyList<SubAmount> SubMerchants { get; init; } = [];
    public IReadOnlyList<RefundEntry> Refunds { get; init; } = [];
    public string PaymentScheme { get; init; } = "";
    public string ProcessBy { get; init; } = "";
    public string RefundReferenceNo { get; init; } = "";
    public IReadOnlyList<string> UserDefined { get; init; } = [];

    /// <summary>Set by a fault; otherwise computed.</summary>
    public string? HashValue { get; init; }

    /// <summary>False: the hash says nothing about subMerchantList and refundList.</summary>
    public bool HashesLists { get; init; } = true;

    /// <summary>Plain fields whose elements are missing from the document; they are hashed as empty.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <inheritdoc />
    public string? SecretKey { get; init; }

    /// <inheritdoc />
    public bool WorkDone { get; init; }

    /// <inheritdoc />
    public string Render(string? secretKey) =>
        PaymentProcessXml.Write(this, HashValue ?? (secretKey is null ? "" : GatewayHash.Compute(secretKey, HashedValues())));

    /// <inheritdoc />
    public IGatewayAnswer With(IReadOnlyDictionary<string, string> fields) =>
        fields.Aggregate(this, (answer, field) => PaymentProcessFields.Set(answer, field.Key, field.Value));

    /// <summary>The hashed values in the order of the protocol; timeStamp and respDesc are not among them.</summary>
    public IEnumerable<string> HashedValues() =>
        [
            Version,
            RespCode,
            ProcessType,
            InvoiceNo,
            Amount,
            Status,
            ApprovalCode,
            ReferenceNo,
            TransactionDateTime,
            PaidAgent,
            PaidChannel,
            MaskedPan,
            Eci,
            .. HashesLists ? HashedLists() : [],
            PaymentScheme,
            ProcessBy,
            RefundReferenceNo,
            .. UserDefined,
        ];

    private IEnumerable<string> HashedLists() =>
        [
            .. SubMerchants.SelectMany(sub => new[] { sub.SubMid, sub.Amount }),
            .. Refunds.SelectMany(refund =>
                new[] { refund.ReferenceNo, refund.Status, refund.Amount, refund.DateTime }.Concat(refund.UserDefined)
            ),
        ];
}
