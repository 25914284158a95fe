using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace Benchmarks.Load;

/// <summary>
/// Where the rows of a refund that is written and read by bare calls stand. Azurite searches row by row among those whose keys are alike, so these have keys as the app's: each refund its
/// own id, open ones spread over shards.
/// </summary>
/// <param name="InvoiceNo">The payment; no other refund is of it.</param>
internal sealed record BareRefund(string InvoiceNo)
{
    /// <summary>The merchant of bare rows; its name is as long as the app's.</summary>
    public static readonly MerchantId Merchant = new("BARE");

    /// <summary>The refund's id.</summary>
    public OperationId Id { get; } = OperationId.New(TimeProvider.System);

    /// <summary>The ledger's partition.</summary>
    public string Partition { get; } = $"{Merchant}|{InvoiceNo}";

    /// <summary>Where the refund's row of a table of hints stands.</summary>
    public (string Partition, string Row) KeyIn(string table) =>
        table == "outstanding" ? (TableKey.Outstanding(Id, Merchant), Id.ToString()) : (Merchant.Text, IndexKey.Operation(Id));
}
