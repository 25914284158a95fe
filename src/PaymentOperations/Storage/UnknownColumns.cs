using Azure.Data.Tables;

namespace PaymentOperations.Storage;

/// <summary>During a deployment two versions write the same rows. Columns that the running one does not know are carried along, so that replacing a row never erases them.</summary>
internal static class UnknownColumns
{
    private static readonly string[] Keys = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    public static IReadOnlyDictionary<string, object> Of(TableEntity entity, IReadOnlySet<string> known) =>
        entity
            .Where(column =>
                column.Value is not null
                && !Keys.Contains(column.Key)
                && !known.Contains(column.Key)
                && !BaselineColumns.IsOne(column.Key)
            )
            .ToDictionary(column => column.Key, column => column.Value, StringComparer.Ordinal);
}
