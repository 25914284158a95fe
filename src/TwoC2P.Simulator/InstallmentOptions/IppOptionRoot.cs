using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Calls;
using TwoC2P.Simulator.Merchants;
using TwoC2P.Simulator.Messages;
using TwoC2P.Simulator.Records;
using TwoC2P.Simulator.RootElements;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.InstallmentOptions;

/// <summary>IppOptionRequest: all banks and options of a merchant.</summary>
internal sealed class IppOptionRoot(MerchantDirectory merchants, MerchantRecords<BankList> banks, GatewayClock clock)
    : IRootElement
{
    /// <summary>There is one list per merchant.</summary>
    public const string OnlyList = "";

    public string Name => "IppOptionRequest";

    public CallSubject SubjectOf(XmlMessage message) => new("IppOption", message["merchantID"]);

    public IGatewayAnswer Answer(XmlMessage message, CallContext context)
    {
        var merchant = merchants.Find(message["merchantID"]);
        if (message["version"].Length == 0 || message["merchantID"].Length == 0 || LacksHash(message))
            return Of(message, "10", secretKey: null);
        if (merchant is null)
            return Of(message, "14", secretKey: null);
        if (Check(message, merchant) is { } refusal)
            return Of(message, refusal, merchant.SecretKey);
        return Of(message, "00", merchant.SecretKey) with
        {
            Banks = banks.Find(merchant.Id, OnlyList)?.Banks ?? [],
            WorkDone = true,
        };
    }

    public IGatewayAnswer Refuse(XmlMessage message, string respCode, string? status, bool signed) =>
        Of(message, respCode, signed ? merchants.Find(message["merchantID"])?.SecretKey : null);

    private static bool LacksHash(XmlMessage message) => message["hashValue"].Length == 0 && !message.IsSigned;

    // The hash covers version and merchantID only; that is inferred, because 2C2P does not publish it.
    private static string? Check(XmlMessage message, Merchant merchant)
    {
        var given = message["hashValue"];
        string[] hashed = [message["version"], message["merchantID"]];
        if (!message.IsSigned && !GatewayHash.Matches(GatewayHash.KindOf(given), given, merchant.SecretKey, hashed))
            return "13";
        return FieldForms.IsVersion(message["version"]) && FieldForms.IsTimeStampOrEmpty(message["timeStamp"]) ? null : "11";
    }

    private IppOptionResponse Of(XmlMessage message, string respCode, string? secretKey) =>
        new(
            message["version"],
            clock.TimeStampDdMmYyHhMmSs(),
            respCode,
            ResultCodes.Describe(respCode),
            GatewayHash.KindOf(message["hashValue"])
        )
        {
            SecretKey = secretKey,
        };
}
