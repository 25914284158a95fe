namespace PaymentOperations.Merchants;

/// <summary>A secret that webhooks are signed with.</summary>
/// <param name="Text">As Standard Webhooks writes it: <c>whsec_</c> and 24 to 64 bytes in Base64.</param>
public sealed record WebhookSecret(string Text)
{
    /// <summary>Never the secret.</summary>
    public override string ToString() => "(webhook secret)";
}
