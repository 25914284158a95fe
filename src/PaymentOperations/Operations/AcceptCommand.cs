using System.Collections.ObjectModel;
using PaymentOperations.Merchants;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Operations;

/// <summary>A caller's request for an operation, already well formed in itself.</summary>
public sealed record AcceptCommand
{
    /// <summary>Whose.</summary>
    public required Merchant Merchant { get; init; }

    /// <summary>What.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>Of which payment.</summary>
    public required InvoiceNo InvoiceNo { get; init; }

    /// <summary>How much; null for a void.</summary>
    public Money? Amount { get; init; }

    /// <summary>Shares of sub-merchants.</summary>
    public IReadOnlyList<SubMerchantAmount> SubMerchants { get; init; } = [];

    /// <summary>Where an APM refund is paid to.</summary>
    public BankAccount? BankAccount { get; init; }

    /// <summary>The caller's own reason.</summary>
    public string? Reason { get; init; }

    /// <summary>The caller's own pairs, as in <see cref="Operation.Metadata"/>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The caller's key: 1 to 255 printable ASCII characters; a rehearsal needs none.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>
    /// What makes two requests the same: method, route and the canonical body. Held in memory only; the ledger keeps a keyed hash of it.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>Id of the API key that asked.</summary>
    public required string ApiKeyId { get; init; }

    /// <summary>W3C trace context of the request, to go on through the queue.</summary>
    public string? TraceParent { get; init; }
}
