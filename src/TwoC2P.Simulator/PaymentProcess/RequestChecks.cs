using System.Text.RegularExpressions;
using TwoC2P.Simulator.Merchants;
using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.PaymentProcess;

/// <summary>The checks between reading a request and looking up its invoice, in the gateway's order. The first hit is the answer.</summary>
internal static partial class RequestChecks
{
    private static readonly string[] ProcessTypes = ["I", "V", "S", "R", "RS"];

    /// <summary>Checks that need no key: what they refuse goes out unsigned, because the merchant is not known yet.</summary>
    public static string? BeforeTheMerchantIsKnown(PaymentProcessRequest request, Merchant? merchant)
    {
        if (LacksMandatoryValue(request))
            return "10";
        return merchant is null ? "14" : null;
    }

    /// <summary>Checks whose refusals are signed with the merchant's key.</summary>
    public static string? OnceTheMerchantIsKnown(PaymentProcessRequest request, Merchant merchant)
    {
        if (!request.IsSigned && !GatewayHash.Matches(request.HashValue, merchant.SecretKey, request.HashedValues()))
            return "13";
        if (!ProcessTypes.Contains(request.ProcessType, StringComparer.Ordinal))
            return "17";
        if (!FormatsAreRight(request) || !SubAmountsAddUp(request))
            return "11";
        if (request.ActionAmount.Length > 0 && AmountText.TryRead(request.ActionAmount) is null)
            return "18";
        return request.InvoiceNo.Length > 50 ? "15" : null;
    }

    private static bool LacksMandatoryValue(PaymentProcessRequest request) =>
        request.Version.Length == 0
        || request.MerchantId.Length == 0
        || request.ProcessType.Length == 0
        || request.InvoiceNo.Length == 0
        || (request.HashValue.Length == 0 && !request.IsSigned)
        || (TakesAmount(request) && request.ActionAmount.Length == 0);

    // The new generation settles in full without one.
    private static bool TakesAmount(PaymentProcessRequest request) =>
        request.ProcessType == "R" || (request.ProcessType == "S" && !request.IsSigned);

    private static bool FormatsAreRight(PaymentProcessRequest request) =>
        request.Version.Length <= 5
        && VersionForm().IsMatch(request.Version)
        && (request.TimeStamp.Length == 0 || TimeStampForm().IsMatch(request.TimeStamp))
        && request.BankCode.Length <= 10
        && request.AccountName.Length <= 50
        && request.AccountNumber.Length <= 50
        && request.UserDefined.All(value => value.Length <= 150)
        && request.SubMerchants.All(sub => sub.SubMid.Length is > 0 and <= 15 && AmountText.TryRead(sub.Amount) is not null)
        && IsNotifyUrl(request.NotifyUrl);

    private static bool SubAmountsAddUp(PaymentProcessRequest request) =>
        request.SubMerchants.Count == 0
        || AmountText.TryRead(request.ActionAmount) is not { } total
        || request.SubMerchants.Sum(sub => AmountText.TryRead(sub.Amount)) == total;

    private static bool IsNotifyUrl(string url) =>
        url.Length == 0
        || (url.Length <= 250 && Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https");

    [GeneratedRegex(
        "^[0-9]+(\\.[0-9]+)?\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex VersionForm();

    [GeneratedRegex(
        "^[0-9]{12}\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex TimeStampForm();
}
