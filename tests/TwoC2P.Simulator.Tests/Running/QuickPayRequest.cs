using System.Text;
using System.Text.Json.Nodes;

namespace TwoC2P.Simulator.Tests.Running;

/// <summary>A QuickPay request as a merchant's own client would write and sign it; shares no code with the simulator.</summary>
public sealed class QuickPayRequest
{
    public const string DirectPath = "/2C2PFrontEnd/QuickPay/DirectAPI";
    public const string DeliveryPath = "/2C2PFrontEnd/QuickPay/DeliveryAPI";

    private const string Link =
        "description currency amount allowMultiplePayment maxTransaction expiry userData1 userData2 userData3 userData4 userData5 "
        + "promotion categoryId resultUrl1 resultUrl2 paymentOption ippInterestType paymentExpiry";
    private const string Mail = "toEmails ccEmails bccEmails emailSubject emailMessage toMobiles smsMessage";
    private const string Rest =
        "request3DS enableStoreCard recurring recurringAmount allowAccumulate maxAccumulateAmount recurringInterval recurringCount "
        + "chargeNextDate chargeOnDate useStoreCardOnly storeCardUniqueID ippPeriodFilter";

    private readonly string _key;
    private readonly string _hashed;
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    private QuickPayRequest(string key, string path, string hashed)
    {
        _key = key;
        _hashed = "version timeStamp merchantID " + hashed;
        Path = path;
        With("version", "2.4").With("timeStamp", "20261123100000").With("merchantID", "JT01");
    }

    public string Path { get; }

    public static QuickPayRequest Query(string qpId) => new QuickPayRequest("QPQueryReq", DirectPath, "qpID").With("qpID", qpId);

    public static QuickPayRequest Delete(string qpId) =>
        new QuickPayRequest("QPDeleteReq", DirectPath, "qpID").With("qpID", qpId);

    public static QuickPayRequest Update(string qpId) =>
        new QuickPayRequest("QPUpdateReq", DirectPath, $"qpID {Link} {Rest}").With("qpID", qpId);

    public static QuickPayRequest Send(string qpId) =>
        new QuickPayRequest("QPSendReq", DeliveryPath, $"qpID {Mail}").With("qpID", qpId).WithMessage();

    public static QuickPayRequest Generate(string prefix) =>
        new QuickPayRequest("GenerateQPReq", DirectPath, $"orderIdPrefix {Link} {Rest}").WithLink(prefix);

    public static QuickPayRequest GenerateSend(string prefix) =>
        new QuickPayRequest("GenerateSendQPReq", DeliveryPath, $"orderIdPrefix {Link} {Mail} {Rest}")
            .WithLink(prefix)
            .WithMessage();

    public QuickPayRequest With(string field, string value)
    {
        _fields[field] = value;
        return this;
    }

    public string Hash() =>
        ApiRequest
            .Mac("sha1", "7jYcp4FxFdf0", string.Concat(_hashed.Split(' ').Select(name => _fields.GetValueOrDefault(name, ""))))
            .ToLowerInvariant();

    public string Base64()
    {
        var fields = new JsonObject();
        foreach (var (name, value) in _fields)
            fields[name] = value;
        fields["hashValue"] ??= Hash();
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(new JsonObject { [_key] = fields }.ToJsonString()));
    }

    private QuickPayRequest WithLink(string prefix) =>
        With("orderIdPrefix", prefix)
            .With("description", "Gift & card")
            .With("currency", "SGD")
            .With("amount", "100.00")
            .With("expiry", "2027-01-27 12:30:00")
            .With("allowMultiplePayment", "N")
            .With("recurring", "N");

    private QuickPayRequest WithMessage() =>
        With("toEmails", "one@shop.example;two@shop.example")
            .With("emailSubject", "Your order")
            .With("emailMessage", "Please make payment.")
            .With("toMobiles", "+6599999999;+66812345678")
            .With("smsMessage", "Make payment by Dec");
}
