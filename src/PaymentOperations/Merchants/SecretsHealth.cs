namespace PaymentOperations.Merchants;

/// <summary>How the secrets are.</summary>
public enum SecretsHealth
{
    /// <summary>Every secret that was asked for is as Key Vault had it within the last five minutes.</summary>
    Good,

    /// <summary>Some could not be read as they are now: values known from before are in use, or what needs one that was never read is refused.</summary>
    Stale,

    /// <summary>The ledger's data key cannot be read and never was: nothing can be accepted.</summary>
    Unavailable,
}
