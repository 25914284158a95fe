using System.Net;
using Microsoft.Extensions.Primitives;
using PaymentGateway.Http.Problems;
using PaymentOperations.Merchants;

namespace PaymentGateway.Http.Security;

/// <summary>What a key that is known to be right may still not do.</summary>
internal static class KeyRules
{
    /// <summary>Why this key may not do this; null when it may.</summary>
    /// <param name="key">The key.</param>
    /// <param name="presented">Its text.</param>
    /// <param name="address">Where the call comes from; null (not known) is in no range.</param>
    /// <param name="scope">The scope that is asked for; null (a function in no table) is refused.</param>
    /// <param name="origin">The header <c>Origin</c>: a browser sends it.</param>
    /// <param name="isSandboxPage">Whether that origin is the page of a sandbox, whose keys are no secrets.</param>
    public static Problem? Refuse(
        ApiKey key,
        string presented,
        IPAddress? address,
        string? scope,
        StringValues origin,
        bool isSandboxPage = false
    )
    {
        // First, so that whoever calls from elsewhere learns nothing else of the key.
        if (key.Addresses.Count > 0 && !key.Addresses.Any(range => address is not null && range.Contains(address)))
            return new(
                ErrorCodes.AddressNotAllowed,
                $"This key works only from the addresses that it is registered for. This call came from {address?.ToString() ?? "an address that is not known"}."
            );

        var isPublishable = key.Publishable && presented.StartsWith(ApiKey.PublishablePrefix, StringComparison.Ordinal);
        if (!isPublishable && origin.Count > 0 && !isSandboxPage)
            return new(
                ErrorCodes.SecretKeyInBrowser,
                "A page must never carry a secret key: revoke this one and call from your server, or use a publishable key (pk_…)."
            );

        if (isPublishable && !key.Origins.Contains(origin.Count == 1 ? origin[0] : null, StringComparer.Ordinal))
            return new(
                ErrorCodes.OriginNotAllowed,
                "This publishable key works only from the origins that it is registered for."
            );

        var isAllowed =
            scope is not null
            && key.Scopes.Contains(scope)
            && (!key.Publishable || scope.EndsWith(ApiKeyScopes.ReadSuffix, StringComparison.Ordinal));
        return isAllowed ? null : new(ErrorCodes.MissingScope, $"Use a key with the scope {scope}.");
    }
}
