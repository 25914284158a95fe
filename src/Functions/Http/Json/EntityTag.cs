using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace PaymentGateway.Http.Json;

/// <summary>Strong entity tags (RFC 9110, section 8.8.3) made of the content.</summary>
internal static class EntityTag
{
    /// <summary>The tag of a content.</summary>
    public static string Of(ReadOnlySpan<byte> content) =>
        $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\"";

    /// <summary>Whether the caller has what has this tag: a list of tags, compared without their weakness, or any (RFC 9110, section 13.1.2).</summary>
    public static bool IsHeldBy(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch.Any(tags =>
            tags is not null
            && tags.Split(',', StringSplitOptions.TrimEntries).Any(held => held == "*" || held == tag || held == $"W/{tag}")
        );
}
