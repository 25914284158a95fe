using System.Net;
using System.Net.Sockets;
using PaymentOperations.Merchants;
using PaymentOperations.Merchants.Vault;

namespace Operator.Keys;

/// <summary>What a new key may do, as it is written into the list.</summary>
/// <param name="Scopes">The scopes.</param>
/// <param name="Origins">The origins of a publishable key; null for a secret one.</param>
/// <param name="Addresses">Ranges in CIDR form; null: from everywhere.</param>
internal sealed record Rights(IReadOnlyList<string> Scopes, IReadOnlyList<string>? Origins, IReadOnlyList<string>? Addresses)
{
    /// <summary>What the options ask for, or what is wrong with them.</summary>
    public static (Rights? Rights, string? Problem) Of(NewSettings settings)
    {
        string[] scopes =
        [
            .. settings
                .Scopes.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct(StringComparer.Ordinal),
        ];
        string?[] addresses = [.. settings.Addresses.Select(Range)];
        var problem =
            ScopeProblem(scopes, settings.Publishable)
            ?? OriginProblem(settings.Origins, settings.Publishable)
            ?? (
                Array.IndexOf(addresses, null) is >= 0 and var wrong
                    ? $"--address {settings.Addresses[wrong]} is neither an IP address nor a range in CIDR form whose address has no bits beyond the prefix, such as 203.0.113.0/24 or 2001:db8::/32."
                    : null
            );
        return problem is not null
            ? (null, problem)
            : (
                new(
                    scopes,
                    settings.Publishable ? settings.Origins : null,
                    addresses.Length > 0 ? [.. addresses.OfType<string>()] : null
                ),
                null
            );
    }

    private static string? ScopeProblem(string[] scopes, bool isPublishable)
    {
        string[] unknown = [.. scopes.Except(ApiKeyScopes.All, StringComparer.Ordinal)];
        if (unknown.Length > 0)
            return $"There is no scope {string.Join(", ", unknown)}. There are: {string.Join(", ", ApiKeyScopes.All)}.";
        if (scopes.Length == 0)
            return $"--scopes names none. There are: {string.Join(", ", ApiKeyScopes.All)}.";
        return
            isPublishable
            && Array.Find(scopes, scope => !scope.EndsWith(ApiKeyScopes.ReadSuffix, StringComparison.Ordinal)) is { } write
            ? $"A publishable key only reads: it cannot have {write}."
            : null;
    }

    private static string? OriginProblem(string[] origins, bool isPublishable)
    {
        if (isPublishable != origins.Length > 0)
            return "A publishable key needs --origin, and only a publishable key has one.";
        return Array.Find(origins, origin => !IsOrigin(origin)) is { } wrong
            ? $"--origin {wrong} is not an origin as browsers send it: https, the host in lower case, the port only if it is not 443, and nothing after it."
            : null;
    }

    // Browsers send the form that Uri gives back; http only where the page is on the same machine.
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && text == $"{uri.Scheme}://{uri.IdnHost}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}";

    private static string? Range(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (Address(slash < 0 ? text : text[..slash]) is not { } address)
            return null;
        if (slash < 0)
            text = $"{address}/{(address.AddressFamily is AddressFamily.InterNetwork ? 32 : 128)}";
        return AddressRange.Read(text)?.ToString();
    }

    // Of IPv4 only four plain numbers mean what they say: of fewer the last one fills the rest (10.1 is 10.0.0.1), and a zero before a number makes it octal.
    private static IPAddress? Address(string text) =>
        IPAddress.TryParse(text, out var address)
        && (address.AddressFamily is not AddressFamily.InterNetwork || text == address.ToString())
            ? address
            : null;
}
