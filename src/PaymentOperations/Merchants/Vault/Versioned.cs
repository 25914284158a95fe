namespace PaymentOperations.Merchants.Vault;

/// <summary>What was made of one version of a secret. Its text form is the version only.</summary>
internal sealed record Versioned<T>(string Version, T Value)
    where T : class
{
    public override string ToString() => Version;
}
