namespace PaymentOperations.Merchants;

/// <summary>Where a merchant is told what happened.</summary>
/// <param name="Url">The receiver's address: https; for a sandbox merchant http too.</param>
/// <param name="SecretName">The Key Vault secret that messages are signed with.</param>
public sealed record WebhookEndpoint(Uri Url, string SecretName);
