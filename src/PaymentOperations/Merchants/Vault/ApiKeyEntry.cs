namespace PaymentOperations.Merchants.Vault;

/// <summary>One entry of the secret <c>{merchantId}-api-keys</c>, as it is written there.</summary>
internal sealed record ApiKeyEntry
{
    public required string Id { get; init; }

    /// <summary>SHA-256 of the key, 64 hex digits.</summary>
    public required string Sha256 { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public bool Publishable { get; init; }

    public IReadOnlyList<string>? Origins { get; init; }

    /// <summary>Ranges in CIDR form. Not written where there are none: versions of the app before this property refuse a list that has it.</summary>
    public IReadOnlyList<string>? Addresses { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Says which key, without its hash.</summary>
    public override string ToString() => $"ApiKeyEntry {Id}";
}
