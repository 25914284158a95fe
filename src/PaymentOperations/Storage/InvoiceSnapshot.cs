using Azure.Data.Tables;
using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>Everything the ledger holds about one invoice but the audit trail.</summary>
/// <param name="Invoice">Its row; a new one when there is none.</param>
/// <param name="Operations">Its operations, tombstones left out.</param>
/// <param name="References">Which operation owns which gateway refund.</param>
/// <param name="Line">The operations that stand in line, first to last.</param>
internal sealed record InvoiceSnapshot(
    InvoiceRow Invoice,
    IReadOnlyList<OperationRow> Operations,
    IReadOnlyDictionary<string, OperationId> References,
    IReadOnlyList<LinePlace> Line
)
{
    private Dictionary<OperationId, OperationRow>? _byId;

    /// <summary>Its operations, tombstones left out.</summary>
    public IReadOnlyList<OperationRow> Operations
    {
        get;
        init => (field, _byId) = (value, null);
    } = Operations;

    /// <summary>Sorts the rows of an invoice's partition, from <see cref="TableKey.InvoiceRow"/> on.</summary>
    public static InvoiceSnapshot Of(IEnumerable<TableEntity> rows)
    {
        var invoice = new InvoiceRow();
        List<OperationRow> operations = [];
        Dictionary<string, OperationId> references = new(StringComparer.Ordinal);
        List<LinePlace> line = [];
        foreach (var row in rows)
        {
            if (row.RowKey == TableKey.InvoiceRow)
                invoice = InvoiceRow.From(row);
            else if (row.RowKey.StartsWith(TableKey.FirstOperation, StringComparison.Ordinal))
                operations.Add(OperationRowMapper.FromEntity(row));
            else if (row.RowKey.StartsWith("ref-", StringComparison.Ordinal))
                references[row.GetString("reference")] = OperationId.Parse(row.GetString("operationId"));
            else
                line.Add(LinePlace.From(row));
        }

        return new InvoiceSnapshot(invoice, [.. operations.Where(row => !row.IsTombstone)], references, line);
    }

    /// <summary>The same, where the operation owns this reference too.</summary>
    public InvoiceSnapshot With(string? reference, OperationId owner) =>
        reference is null || References.ContainsKey(reference)
            ? this
            : this with
            {
                References = new Dictionary<string, OperationId>(References) { [reference] = owner },
            };

    public OperationRow? Find(OperationId id) =>
        (_byId ??= Operations.DistinctBy(row => row.Id).ToDictionary(row => row.Id)).GetValueOrDefault(id);

    public bool IsFirst(OperationId id) => Line.Count > 0 && Line[0].Id == id;

    /// <summary>Whether the reference belongs to another operation than this one.</summary>
    public bool IsOwnedByAnother(string? reference, OperationId id) =>
        reference is not null && References.TryGetValue(reference, out var owner) && owner != id;

    /// <summary>References of refunds that succeeded: an answer of RS that misses one of them lags.</summary>
    public IEnumerable<string> SucceededReferences =>
        References.Where(pair => Find(pair.Value)?.Status == OperationStatus.Succeeded).Select(pair => pair.Key);
}
