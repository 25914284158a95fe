using System.Text;
using System.Xml.Linq;

namespace TwoC2P.Simulator.Tests.Running;

/// <summary>A PaymentProcessResponse as a merchant's own client would read and check it.</summary>
public sealed class Answer(string xml)
{
    private static readonly string[] BeforeTheLists =
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
    ];

    private static readonly string[] AfterTheLists =
    [
        "paymentScheme",
        "processBy",
        "refundReferenceNo",
        "userDefined1",
        "userDefined2",
        "userDefined3",
        "userDefined4",
        "userDefined5",
    ];

    private static readonly string[] OfARefund =
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
    ];

    private readonly XElement _root = XElement.Parse(xml);

    public string Xml => xml;

    public string RespCode => this["respCode"];

    public string Status => this["status"];

    public string RefundReferenceNo => this["refundReferenceNo"];

    public IReadOnlyList<XElement> Refunds => [.. _root.Descendants("refund")];

    /// <summary>The entries of the refund list, one text each: status, amount and userDefined1.</summary>
    public IReadOnlyList<string> Entries =>
        [
            .. Refunds.Select(entry =>
                $"{entry.Attribute("status")!.Value} {entry.Attribute("amount")!.Value} {entry.Attribute("userDefined1")?.Value}".TrimEnd()
            ),
        ];

    public IReadOnlyList<XElement> SubMerchants => [.. _root.Descendants("subMerchant")];

    public string this[string name] => _root.Element(name)?.Value ?? "";

    public static Answer Open(string envelope) => new(Encoding.UTF8.GetString(Convert.FromBase64String(envelope)));

    public bool Has(string name) => _root.Element(name) is not null;

    /// <summary>Whether the hash fits a message whose lists it does not cover.</summary>
    public bool IsSignedWithoutLists() => this["hashValue"] == Hash("7jYcp4FxFdf0", lists: false);

    public bool IsSigned(string secretKey = "7jYcp4FxFdf0") => this["hashValue"] == Hash(secretKey);

    public string Hash(string secretKey, bool lists = true)
    {
        var text = new StringBuilder();
        foreach (var name in BeforeTheLists)
            text.Append(this[name]);
        foreach (var sub in lists ? SubMerchants : [])
            text.Append(sub.Attribute("subMID")!.Value).Append(sub.Attribute("subAmount")!.Value);
        foreach (var refund in lists ? Refunds : [])
        {
            foreach (var name in OfARefund)
                text.Append(refund.Attribute(name)?.Value);
        }

        foreach (var name in AfterTheLists)
            text.Append(this[name]);
        return MerchantHash.Of(text.ToString(), secretKey);
    }
}
