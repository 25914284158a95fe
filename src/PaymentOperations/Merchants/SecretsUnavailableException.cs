namespace PaymentOperations.Merchants;

/// <summary>A secret could not be read and no earlier value is known. Nothing was sent or written; the call may be repeated.</summary>
/// <param name="secretName">Name (never the value) of the secret.</param>
/// <param name="innerException">What Key Vault's client reported.</param>
public sealed class SecretsUnavailableException(string secretName, Exception? innerException)
    : Exception($"The secret '{secretName}' cannot be read from Key Vault.", innerException)
{
    /// <summary>Name of the secret.</summary>
    public string SecretName { get; } = secretName;
}
