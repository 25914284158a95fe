using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Problems;
using TwoC2P;

namespace PaymentGateway.Http.QuickPay;

/// <summary>Where payment links are found: relative references (RFC 3986, section 4.2), so that no host name of a request is ever trusted.</summary>
internal static class LinkAddress
{
    private const int LongestId = 10;

    /// <summary>The route of a merchant's links, without the prefix.</summary>
    public static string Collection(MerchantId merchantId) => $"merchants/{merchantId}/quickpay/links";

    /// <summary>The address of one link.</summary>
    public static string Of(MerchantId merchantId, string qpId) => $"/api/{Collection(merchantId)}/{Uri.EscapeDataString(qpId)}";

    /// <summary>Reads the link's id (<c>qpID</c>: one to ten digits), or says that there is none of it: 2C2P need not be asked.</summary>
    public static bool TryRead(
        HttpRequest request,
        [NotNullWhen(true)] out string? qpId,
        [NotNullWhen(false)] out Problem? notFound
    )
    {
        qpId = request.RouteValues["qpID"] as string;
        var isId = qpId is { Length: >= 1 and <= LongestId } && qpId.All(char.IsAsciiDigit);
        notFound = isId
            ? null
            : new(ErrorCodes.LinkNotFound, "Check the id in the address: a link's id is one to ten digits, as Location gave it.");
        return isId;
    }
}
