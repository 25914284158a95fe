using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Documentation.Tests.Running;

/// <summary>A webhook as it travels: three headers and the bytes that they sign.</summary>
public sealed record WebhookMessage(string Id, string Timestamp, string Signature, byte[] Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The same as of another moment, signed by who has the secret.</summary>
    public WebhookMessage At(DateTimeOffset moment, string secret)
    {
        var timestamp = moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var signed = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Id}.{timestamp}.").Concat(Body).ToArray());
        return this with { Timestamp = timestamp, Signature = $"v1,{Convert.ToBase64String(signed)}" };
    }
}
