using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StandardWebhooks;
using StandardWebhooks.Diagnostics;

namespace PaymentOperations.Tests.Support;

/// <summary>A webhook as it arrived.</summary>
internal sealed record ReceivedWebhook(string Id, long Timestamp, string Signatures, string Body, string Path)
{
    private JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Type => Json.GetProperty("type").GetString()!;

    public int Order => Json.GetProperty("order").GetInt32();

    public string InvoiceNo => Json.GetProperty("invoiceNo").GetString()!;

    /// <summary>What the library says of it, its clock included.</summary>
    public bool IsVerifiedBy(string secret) => Signatures.Split(' ').Any(signature => IsVerified(secret, signature));

    /// <summary>What the library says of its signature, whatever the time: for tests that move the clock by days.</summary>
    public bool IsSignedBy(string secret) =>
        Signatures.Split(' ').Contains(new StandardWebhook(secret).Sign(Id, DateTimeOffset.FromUnixTimeSeconds(Timestamp), Body));

    private bool IsVerified(string secret, string signature)
    {
        try
        {
            new StandardWebhook(secret).Verify(
                Body,
                new HeaderDictionary
                {
                    ["webhook-id"] = Id,
                    ["webhook-timestamp"] = Timestamp.ToString(CultureInfo.InvariantCulture),
                    ["webhook-signature"] = signature,
                }
            );
            return true;
        }
        catch (WebhookVerificationException)
        {
            return false;
        }
    }
}
