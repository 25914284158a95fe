using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace PaymentOperations.Copies;

/// <summary>Puts the rows of a chunk of the ledger together, invoice by invoice.</summary>
internal static class Invoices
{
    public static async IAsyncEnumerable<IReadOnlyList<TableEntity>> OfAsync(
        IAsyncEnumerable<TableEntity> rows,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        List<TableEntity> invoice = [];
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (invoice.Count > 0 && invoice[0].PartitionKey != row.PartitionKey)
            {
                yield return invoice;
                invoice = [];
            }
            invoice.Add(row);
        }
        if (invoice.Count > 0)
            yield return invoice;
    }
}
