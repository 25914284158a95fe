using System.Collections.ObjectModel;
using PaymentOperations.Operations;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentGateway.Http.Operations;

/// <summary>What a caller asks for, read and well formed in itself.</summary>
internal sealed record OperationRequest
{
    public required OperationKind Kind { get; init; }

    public required InvoiceNo InvoiceNo { get; init; }

    /// <summary>Null for a void.</summary>
    public Money? Amount { get; init; }

    public IReadOnlyList<SubMerchantAmount> SubMerchants { get; init; } = [];

    public BankAccount? BankAccount { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
