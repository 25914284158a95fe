using System.Net;

namespace PaymentOperations.Merchants;

/// <summary>One API key of a merchant, as the Key Vault secret <c>{merchantId}-api-keys</c> lists it. The key itself is nowhere stored.</summary>
public sealed record ApiKey
{
    /// <summary>How the text of a publishable key begins.</summary>
    public const string PublishablePrefix = "pk_";

    /// <summary>Name of the key; goes into the audit trail.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the key's UTF-8 text, 32 bytes.</summary>
    public required ReadOnlyMemory<byte> Sha256 { get; init; }

    /// <summary>What it allows: <c>payments:read</c>, <c>refunds:write</c>…</summary>
    public required IReadOnlySet<string> Scopes { get; init; }

    /// <summary>Whether a browser may carry it.</summary>
    public bool Publishable { get; init; }

    /// <summary>For a publishable key: the exact origins that may use it.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>The ranges of IP addresses that it works from; none: from everywhere.</summary>
    public IReadOnlyList<IPNetwork> Addresses { get; init; } = [];

    /// <summary>When it stops working, if ever.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
