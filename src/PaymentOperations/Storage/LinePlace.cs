using Azure.Data.Tables;
using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>A place in an invoice's line.</summary>
internal sealed record LinePlace(int Seq, OperationId Id, OperationKind Kind)
{
    public static LinePlace From(TableEntity row) =>
        new(
            row.GetInt32("seq")!.Value,
            OperationId.Parse(row.GetString("operationId")),
            Enum.Parse<OperationKind>(row.GetString("kind"))
        );
}
