using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace TwoC2P.Tests;

/// <summary>
/// Writes and signs answers as a gateway would, with none of the product's code: a mistake in the product's hash order shows here.
/// </summary>
internal sealed class SignedAnswer
{
    private static readonly string[] BeforeLists =
        "version respCode processType invoiceNo amount status approvalCode referenceNo transactionDateTime paidAgent paidChannel maskedPan eci".Split();
    private static readonly string[] AfterLists =
        "paymentScheme processBy refundReferenceNo userDefined1 userDefined2 userDefined3 userDefined4 userDefined5".Split();

    private readonly List<(string Name, string Value)> fields = [];
    private readonly List<(string Name, string Value)[]> subMerchants = [];
    private readonly List<(string Name, string Value)[]> refunds = [];

    public SignedAnswer(string processType, string respCode = "00", string invoiceNo = "INV-1", string? amount = null)
    {
        With("version", "3.4").With("respCode", respCode).With("processType", processType).With("invoiceNo", invoiceNo);
        if (amount is not null)
            With("amount", amount);
    }

    public string Key { get; init; } = Vectors.SecretKey;

    public bool HashCoversLists { get; init; } = true;

    public SignedAnswer With(string name, string value)
    {
        fields.RemoveAll(field => field.Name == name);
        if (value.Length > 0)
            fields.Add((name, value));
        return this;
    }

    public SignedAnswer WithSubMerchant(params (string Name, string Value)[] attributes)
    {
        subMerchants.Add(attributes);
        return this;
    }

    public SignedAnswer WithRefund(params (string Name, string Value)[] attributes)
    {
        refunds.Add(attributes);
        return this;
    }

    public string ToXml(string? hash = null, bool withHash = true)
    {
        var root = new XElement("PaymentProcessResponse", fields.Select(field => new XElement(field.Name, field.Value)));
        if (subMerchants.Count > 0)
            root.Add(new XElement("subMerchantList", subMerchants.Select(item => Item("subMerchant", item))));
        if (refunds.Count > 0)
            root.Add(new XElement("refundList", refunds.Select(item => Item("refund", item))));
        if (withHash)
            root.Add(new XElement("hashValue", hash ?? Hash()));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    public string ToBase64() => Base64(ToXml());

    public static string Base64(string xml) => Convert.ToBase64String(Encoding.UTF8.GetBytes(xml));

    // The refunds' and shares' attributes are given in the published order, so that joining them is the formula.
    private string Hash()
    {
        var lists = HashCoversLists ? subMerchants.Concat(refunds).SelectMany(item => item.Select(pair => pair.Value)) : [];
        var text = string.Concat([.. BeforeLists.Select(Value), .. lists, .. AfterLists.Select(Value)]);
#pragma warning disable CA5350 // The gateway's formula.
        return Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }

    private string Value(string name) => fields.Find(field => field.Name == name).Value ?? "";

    private static XElement Item(string name, (string Name, string Value)[] attributes) =>
        new(name, attributes.Select(pair => new XAttribute(pair.Name, pair.Value)));
}
