using Azure.Core;
using Azure.Identity;

namespace PaymentGateway.Telemetry;

/// <summary>Reads <c>APPLICATIONINSIGHTS_AUTHENTICATION_STRING</c>: <c>Authorization=AAD;ClientId=…</c>, the client id being that of a user-assigned managed identity.</summary>
internal static class IngestionIdentity
{
    private const string Authorization = "Authorization";
    private const string ClientId = "ClientId";

    /// <summary>False when the text is of another form.</summary>
    public static bool TryRead(string text, out ManagedIdentityId identity)
    {
        identity = ManagedIdentityId.SystemAssigned;
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .ToLookup(part => part[0], part => part.ElementAtOrDefault(1) ?? "", StringComparer.OrdinalIgnoreCase);
        if (parts.Any(part => part.Count() > 1 || part.Key is not (Authorization or ClientId)))
            return false;

        if (parts[ClientId].FirstOrDefault() is { } clientId)
        {
            if (!Guid.TryParse(clientId, out _))
                return false;
            identity = ManagedIdentityId.FromUserAssignedClientId(clientId);
        }

        return string.Equals(parts[Authorization].FirstOrDefault(), "AAD", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The credential; null when ingestion asks for none.</summary>
    public static TokenCredential? Credential(string? text) =>
        text is not null && TryRead(text, out var identity) ? new ManagedIdentityCredential(identity) : null;
}
