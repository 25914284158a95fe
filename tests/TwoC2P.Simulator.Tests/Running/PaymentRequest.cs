using System.Text;
using System.Xml.Linq;

namespace TwoC2P.Simulator.Tests.Running;

/// <summary>A request as a merchant's own client would write and sign it; shares no code with the simulator.</summary>
public sealed record PaymentRequest(string ProcessType, string InvoiceNo, string? ActionAmount = null)
{
    public string Version { get; init; } = "3.4";
    public string? TimeStamp { get; init; }
    public string MerchantId { get; init; } = "JT01";
    public string SecretKey { get; init; } = "7jYcp4FxFdf0";
    public string? BankCode { get; init; }
    public string? AccountName { get; init; }
    public string? AccountNumber { get; init; }
    public (string Id, string Amount)[] SubMerchants { get; init; } = [];
    public string? NotifyUrl { get; init; }
    public string[] UserDefined { get; init; } = [];
    public string? HashValue { get; init; }

    public static PaymentRequest Inquiry(string invoiceNo) => new("I", invoiceNo);

    public static PaymentRequest Void(string invoiceNo) => new("V", invoiceNo);

    public static PaymentRequest Settle(string invoiceNo, string amount) => new("S", invoiceNo, amount);

    public static PaymentRequest Refund(string invoiceNo, string amount) => new("R", invoiceNo, amount);

    public static PaymentRequest RefundStatus(string invoiceNo) => new("RS", invoiceNo);

    public string Base64() => Convert.ToBase64String(Encoding.UTF8.GetBytes(Xml()));

    public string Xml()
    {
        var root = new XElement("PaymentProcessRequest");
        Add(root, "version", Version);
        Add(root, "timeStamp", TimeStamp);
        Add(root, "merchantID", MerchantId);
        Add(root, "processType", ProcessType);
        Add(root, "invoiceNo", InvoiceNo);
        Add(root, "actionAmount", ActionAmount);
        Add(root, "bankCode", BankCode);
        Add(root, "accountName", AccountName);
        Add(root, "accountNumber", AccountNumber);
        if (SubMerchants.Length > 0)
        {
            root.Add(
                new XElement(
                    "subMerchantList",
                    SubMerchants.Select(sub => new XElement(
                        "subMerchant",
                        new XAttribute("subMID", sub.Id),
                        new XAttribute("subAmount", sub.Amount)
                    ))
                )
            );
        }

        Add(root, "notifyURL", NotifyUrl);
        for (var i = 0; i < UserDefined.Length; i++)
            Add(root, $"userDefined{i + 1}", UserDefined[i]);
        Add(root, "hashValue", HashValue ?? Hash());
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private string Hash()
    {
        var values =
            string.Concat(Version, MerchantId, ProcessType, InvoiceNo)
            + ActionAmount
            + BankCode
            + AccountName
            + AccountNumber
            + string.Concat(SubMerchants.Select(sub => sub.Id + sub.Amount))
            + NotifyUrl
            + string.Concat(UserDefined);
        return MerchantHash.Of(values, SecretKey).ToUpperInvariant();
    }

    private static void Add(XElement root, string name, string? value)
    {
        if (value is not null)
            root.Add(new XElement(name, value));
    }
}
