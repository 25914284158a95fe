using System.Collections.ObjectModel;
using Azure.Data.Tables;

namespace PaymentOperations.Storage;

/// <summary>During a deployment two versions write the same rows. Columns that the running one does not know are carried along, so that replacing a row never erases them.</summary>
internal static class UnknownColumns
{
    public static IReadOnlyDictionary<string, object> Of(TableEntity entity, IReadOnlySet<string> known)
    {
        Dictionary<string, object>? unknown = null;
        foreach (var (column, value) in entity)
        {
            if (value is not null && !known.Contains(column) && !IsKey(column) && !BaselineColumns.IsOne(column))
                (unknown ??= new(StringComparer.Ordinal)).Add(column, value);
        }

        return unknown ?? (IReadOnlyDictionary<string, object>)ReadOnlyDictionary<string, object>.Empty;
    }

    private static bool IsKey(string column) => column is "PartitionKey" or "RowKey" or "Timestamp" or "odata.etag";
}
