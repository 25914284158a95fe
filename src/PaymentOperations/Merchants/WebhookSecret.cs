using System.Text.Json.Serialization;

namespace PaymentOperations.Merchants;

/// <summary>A secret that webhooks are signed with. Neither its text form nor JSON shows it.</summary>
/// <param name="Text">As Standard Webhooks writes it: <c>whsec_</c> and 24 to 64 bytes in Base64.</param>
public sealed record WebhookSecret([property: JsonIgnore] string Text)
{
    /// <summary>Never the secret.</summary>
    public override string ToString() => "WebhookSecret (hidden)";
}
