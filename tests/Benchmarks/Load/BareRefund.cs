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

    private readonly string _keyHash = TableKey.HashOfKey(InvoiceNo);

    /// <summary>The refund's id.</summary>
    public OperationId Id { get; } = OperationId.New(TimeProvider.System);

    /// <summary>The ledger's partition.</summary>
    public string Partition { get; } = $"{Merchant}|{InvoiceNo}";

    /// <summary>Where the refund's row of a table stands that is not the ledger.</summary>
    public (string Partition, string Row) KeyIn(string table)
    {
        var (_, partition, row) = PlacesOf(Id, Merchant, _keyHash).First(place => place.Table == table);
        return (partition, row);
    }

    /// <summary>The tables beside the ledger with a row for each operation, and where it stands.</summary>
    public static IEnumerable<(string Table, string Partition, string Row)> PlacesOf(
        OperationId id,
        MerchantId merchant,
        string keyHash
    ) =>
        [
            ("keys", $"{merchant}|{keyHash[..2]}", keyHash),
            ("outstanding", TableKey.Outstanding(id, merchant), id.ToString()),
            ("index", merchant.Text, IndexKey.Operation(id)),
        ];
}
