using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace TwoC2P.Simulator.Tests.Running;

/// <summary>A request of plain fields as a merchant's own client would write and sign it; shares no code with the simulator.</summary>
public sealed class ApiRequest
{
    private static readonly string[] CardOrder =
    [
        "version",
        "merchantID",
        "storeCardUniqueID",
        "pan",
        "panBank",
        "panCountry",
        "panCurrency",
        "cardholderName",
        "cardholderEmail",
        "panExpiry",
        "action",
    ];

    private static readonly string[] PlanOrder =
    [
        "version",
        "merchantID",
        "recurringUniqueID",
        "processType",
        "recurringStatus",
        "amount",
        "allowAccumulate",
        "maxAccumulateAmount",
        "recurringInterval",
        "recurringCount",
        "chargeNextDate",
        "chargeOnDate",
    ];

    private readonly string _root;
    private readonly string[] _hashed;
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private string _algorithm = "sha256";
    private string _secretKey = "7jYcp4FxFdf0";

    private ApiRequest(string root, string version, string[] hashed)
    {
        _root = root;
        _hashed = hashed;
        _fields["version"] = version;
        _fields["merchantID"] = "JT01";
    }

    public static ApiRequest Card(string action, string id = "") =>
        new ApiRequest("MaintenanceRequest", "2.3", CardOrder).With("storeCardUniqueID", id).With("action", action);

    /// <summary>The public test number 4111 1111 1111 1111, with everything about it.</summary>
    public static ApiRequest AddCard(string pan = "4111111111111111") =>
        Card("A")
            .With("pan", pan)
            .With("panBank", "Siam Commercial Bank")
            .With("panCountry", "TH")
            .With("panCurrency", "764")
            .With("cardholderName", "Somchai & Sons")
            .With("cardholderEmail", "somchai@shop.example")
            .With("panExpiry", "1230");

    public static ApiRequest Plan(string processType, string id) =>
        new ApiRequest("RecurringMaintenanceRequest", "2.4", PlanOrder)
            .With("recurringUniqueID", id)
            .With("processType", processType);

    /// <summary>An update that is right in every field.</summary>
    public static ApiRequest UpdatePlan(string id) =>
        Plan("U", id)
            .With("recurringStatus", "Y")
            .With("amount", "000000009990")
            .With("allowAccumulate", "N")
            .With("maxAccumulateAmount", "000000001000")
            .With("recurringInterval", "30")
            .With("recurringCount", "24")
            .With("chargeNextDate", "07032027");

    public static ApiRequest Options() => new("IppOptionRequest", "2.3", ["version", "merchantID"]);

    public ApiRequest With(string field, string value)
    {
        _fields[field] = value;
        return this;
    }

    public ApiRequest SignedWith(string algorithm, string secretKey = "7jYcp4FxFdf0")
    {
        _algorithm = algorithm;
        _secretKey = secretKey;
        return this;
    }

    public string Hash() =>
        Mac(_algorithm, _secretKey, string.Concat(_hashed.Select(name => _fields.GetValueOrDefault(name, ""))));

    public string Xml()
    {
        var elements = _fields.Where(field => field.Key != "hashValue").Select(field => new XElement(field.Key, field.Value));
        var hash = new XElement("hashValue", _fields.GetValueOrDefault("hashValue") ?? Hash());
        return new XElement(_root, elements, hash).ToString(SaveOptions.DisableFormatting);
    }

    public static string Mac(string algorithm, string secretKey, string values)
    {
        var key = Encoding.UTF8.GetBytes(secretKey);
        var message = Encoding.UTF8.GetBytes(values);
#pragma warning disable CA5350 // The protocol prescribes HMAC-SHA1 for some messages.
        return Convert.ToHexString(algorithm == "sha1" ? HMACSHA1.HashData(key, message) : HMACSHA256.HashData(key, message));
#pragma warning restore CA5350
    }
}
