namespace TwoC2P.Keys;

/// <summary>What a merchant's messages of the new generation are signed, sealed, opened and verified with.</summary>
public sealed class JoseKeys
{
    /// <summary>The merchant's key pairs, the current one first. Requests are signed with the first; answers may be sealed for any.</summary>
    public required IReadOnlyList<JoseKey> Merchant { get; init; }

    /// <summary>2C2P's public keys, the current one first. Requests are sealed for the first; answers and callbacks may be signed with any.</summary>
    public required IReadOnlyList<JoseKey> Gateway { get; init; }

    /// <summary>The id that 2C2P gave to the merchant's key (<c>kid</c>); its samples send none.</summary>
    public string? KeyId { get; init; }
}
