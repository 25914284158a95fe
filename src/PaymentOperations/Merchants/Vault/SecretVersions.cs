namespace PaymentOperations.Merchants.Vault;

/// <summary>A secret's current version and the one before it; during a rotation both are in use.</summary>
internal sealed record SecretVersions<T>(Versioned<T> Current, Versioned<T>? Previous)
    where T : class
{
    /// <summary>The current one first.</summary>
    public IReadOnlyList<T> Values => Previous is null ? [Current.Value] : [Current.Value, Previous.Value];

    public Versioned<T>? Find(string version) =>
        Current.Version == version ? Current
        : Previous?.Version == version ? Previous
        : null;

    public override string ToString() => $"{Current} then {Previous}";
}
