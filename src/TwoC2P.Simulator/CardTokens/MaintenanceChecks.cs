using System.Globalization;
using System.Text.RegularExpressions;
using TwoC2P.Simulator.Merchants;
using TwoC2P.Simulator.Messages;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.CardTokens;

/// <summary>The checks of a card request, in the gateway's order. The first hit is the answer.</summary>
internal static partial class MaintenanceChecks
{
    /// <summary>Checks that need no key: what they refuse goes out unsigned.</summary>
    public static string? BeforeTheMerchantIsKnown(MaintenanceRequest request, Merchant? merchant)
    {
        if (LacksMandatoryValue(request))
            return "10";
        return merchant is null ? "03" : null;
    }

    /// <summary>Checks whose refusals are signed with the merchant's key.</summary>
    public static string? OnceTheMerchantIsKnown(MaintenanceRequest request, Merchant merchant, GatewayClock clock)
    {
        var kind = GatewayHash.KindOf(request.HashValue);
        if (!request.IsSigned && !GatewayHash.Matches(kind, request.HashValue, merchant.SecretKey, request.HashedValues()))
            return "13";
        if (request.Action is not ("A" or "I" or "U" or "D"))
            return "17";
        if (!FieldForms.IsVersion(request.Version) || !FieldForms.IsTimeStampOrEmpty(request.TimeStamp))
            return "11";
        if (request.Action != "A" && !IsId(request.StoreCardUniqueId))
            return "04";
        if (!HasThePanOnlyWhenAdding(request) || !CardValuesAreRight(request, clock))
            return "11";
        return request.CardholderEmail.Length > 0 && !FieldForms.IsEmail(request.CardholderEmail) ? "05" : null;
    }

    private static bool LacksMandatoryValue(MaintenanceRequest request) =>
        request.Version.Length == 0
        || request.MerchantId.Length == 0
        || request.Action.Length == 0
        || (request.HashValue.Length == 0 && !request.IsSigned)
        || (request.Action == "A" && request.Pan.Length == 0)
        || (request.Action is "I" or "U" or "D" && request.StoreCardUniqueId.Length == 0);

    private static bool IsId(string text) => text.Length <= 20 && text.All(char.IsAsciiLetterOrDigit);

    private static bool HasThePanOnlyWhenAdding(MaintenanceRequest request) =>
        request.Action == "A" ? Pan.IsValid(request.Pan) && request.StoreCardUniqueId.Length == 0 : request.Pan.Length == 0;

    private static bool CardValuesAreRight(MaintenanceRequest request, GatewayClock clock) =>
        request.PanBank.Length <= 50
        && (request.PanCountry.Length == 0 || IsCountry(request.PanCountry))
        && (request.PanCurrency.Length == 0 || FieldForms.IsNumericCurrency(request.PanCurrency))
        && request.CardholderName.Length <= 50
        && CardholderName().IsMatch(request.CardholderName)
        && (request.PanExpiry.Length == 0 || IsExpiryToCome(request.PanExpiry, clock));

    private static bool IsCountry(string text) => text.Length == 2 && text.All(char.IsAsciiLetterUpper);

    // A card is good until its month ends, by the gateway's calendar.
    private static bool IsExpiryToCome(string text, GatewayClock clock) =>
        text.Length == 4
        && DateTime.TryParseExact(
            "20" + text[2..] + text[..2],
            "yyyyMM",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var month
        )
        && month.AddMonths(1) > clock.LocalNow;

    // The published characters, and the space that names cannot do without.
    [GeneratedRegex("^[-_,'.A-Za-z& ]*\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CardholderName();
}
