using System.Text.RegularExpressions;
using TwoC2P.Simulator.Merchants;
using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.QuickPay;

/// <summary>The checks that all verbs share. 2C2P has no code for a wrong hash; 997 is inferred.</summary>
internal static partial class QuickPayChecks
{
    /// <summary>Checks that need no key: what they refuse goes out unsigned.</summary>
    public static string? BeforeTheMerchantIsKnown(QuickPayMessage message, Merchant? merchant)
    {
        if (message.Verb.Mandatory.Any(name => message[name].Length == 0))
            return QuickPayCodes.EmptyValue;
        return merchant is null ? "001" : null;
    }

    /// <summary>Checks whose refusals are signed with the merchant's key.</summary>
    public static string? OnceTheMerchantIsKnown(QuickPayMessage message, Merchant merchant)
    {
        if (!GatewayHash.Matches(message["hashValue"], merchant.SecretKey, message.HashedValues()))
            return QuickPayCodes.InvalidMessage;
        if (!Version().IsMatch(message["version"]))
            return "015";
        return FieldForms.IsDate(message["timeStamp"], "yyyyMMddHHmmss") ? null : QuickPayCodes.InvalidMessage;
    }

    /// <summary>A link's id: one to ten digits.</summary>
    public static bool IsId(string text) => text.Length <= 10 && FieldForms.IsDigits(text);

    [GeneratedRegex("^2\\.[0-9]\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
