using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace TwoC2P.Tests;

/// <summary>Writes and signs answers of the APIs beside Payment Action as a gateway would, with none of the product's code and with orders written down a second time.</summary>
internal sealed record ApiAnswer(string Root, string HashOrder, params (string Name, string Value)[] Fields)
{
    private const string Link = "version timeStamp qpID orderIdPrefix currency amount expiry url ";
    private const string Report = "successEmails successMobiles failedEmails failedMobiles ";

    public HashAlgorithmName Algorithm { get; init; } = HashAlgorithmName.SHA256;

    public string Key { get; init; } = Vectors.SecretKey;

    public string? Hash { get; init; }

    /// <summary>Elements that are not hashed.</summary>
    public string Tree { get; init; } = "";

    public static ApiAnswer Card(params (string Name, string Value)[] fields) =>
        new(
            "MaintenanceResponse",
            "version merchantID respCode panBank storeCardUniqueID panCountry cardholderName cardholderEmail panMasked",
            fields
        );

    public static ApiAnswer Plan(params (string Name, string Value)[] fields) =>
        new(
            "RecurringMaintenanceResponse",
            "version respCode recurringUniqueID recurringStatus invoicePrefix currency amount maskedCardNo allowAccumulate maxAccumulateAmount "
                + "recurringInterval recurringCount currentCount chargeNextDate chargeOnDate",
            fields
        );

    public static ApiAnswer Options(params (string Name, string Value)[] fields) =>
        new("IppOptionResponse", "version respCode", fields);

    public static ApiAnswer QuickPay(string root, params (string Name, string Value)[] fields) =>
        new(
            root,
            root switch
            {
                "QPSendRes" => $"version timeStamp qpID {Report}resCode resDesc",
                "GenerateQPRes" => $"{Link}resCode resDesc",
                "GenerateSendQPRes" => $"{Link}{Report}resCode resDesc",
                "QPQueryRes" =>
                    "version timeStamp qpID orderIdPrefix description currency amount expiry url currentApproved clickCount request3DS resCode resDesc",
                _ => "version timeStamp qpID resCode resDesc",
            },
            fields
        )
        {
            Algorithm = HashAlgorithmName.SHA1,
        };

    public string ToXmlBase64() => SignedAnswer.Base64(ToXml());

    public string ToXml()
    {
        var fields = string.Concat(Fields.Select(field => new XElement(field.Name, field.Value).ToString()));
        return $"<{Root}>{fields}{Tree}<hashValue>{Hash ?? Digest()}</hashValue></{Root}>";
    }

    public string ToJsonBase64()
    {
        var fields = Fields.Append(("hashValue", Hash ?? Digest())).ToDictionary();
        var json = JsonSerializer.Serialize(new Dictionary<string, object> { [Root] = fields });
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(json));
    }

    private string Digest()
    {
        var values = HashOrder.Split(' ').Select(name => Array.Find(Fields, field => field.Name == name).Value ?? "");
        var (key, text) = (Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(string.Concat(values)));
#pragma warning disable CA5350 // The gateway's formula.
        return Convert.ToHexString(
            Algorithm == HashAlgorithmName.SHA1 ? HMACSHA1.HashData(key, text) : HMACSHA256.HashData(key, text)
        );
#pragma warning restore CA5350
    }
}
