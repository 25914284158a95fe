namespace PaymentOperations.Merchants.Vault;

/// <summary>Reads secrets of webhooks (Standard Webhooks, "Signature scheme").</summary>
internal static class WebhookSecretReader
{
    private const string Prefix = "whsec_";
    private const int MinBytes = 24;
    private const int MaxBytes = 64;

    /// <summary>The secret; null when it has not the form.</summary>
    public static WebhookSecret? Parse(VaultSecret secret)
    {
        var text = secret.Value.Trim();
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
            return null;

        Span<byte> bytes = stackalloc byte[2 * MaxBytes];
        return Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var length) && length is >= MinBytes and <= MaxBytes
            ? new WebhookSecret(text)
            : null;
    }
}
