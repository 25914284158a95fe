using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>A request to deliver events again that is not carried out in full (row <c>redelivery-{id}</c> of <c>deliveries</c>).</summary>
internal sealed record RedeliveryRow
{
    public const string Prefix = "redelivery-";

    public required PaymentEventId Id { get; init; }
    public required MerchantId MerchantId { get; init; }

    /// <summary>The events that are still to be made due; empty where a time was asked for.</summary>
    public IReadOnlyList<PaymentEventId> Ids { get; init; } = [];

    /// <summary>Events up to this text are done.</summary>
    public string After { get; init; } = "";

    /// <summary>The moment after the last.</summary>
    public DateTimeOffset? To { get; init; }

    public required DateTimeOffset NextCheckAt { get; init; }
    public ETag ETag { get; init; }

    public static string Partition(PaymentEventId id, MerchantId merchantId) =>
        TableKey.OutstandingShard(Convert.ToInt32(id.ToString()[^2..], 16) % TableKey.ShardCount, merchantId);

    public TableEntity ToEntity() =>
        new(Partition(Id, MerchantId), $"{Prefix}{Id}")
        {
            ["merchantId"] = MerchantId.Text,
            ["ids"] = JsonSerializer.Serialize([.. Ids.Select(id => id.ToString())], EventRowJson.Default.IReadOnlyListString),
            ["after"] = After,
            ["to"] = To,
            ["nextCheckAt"] = NextCheckAt,
        };

    public static RedeliveryRow From(TableEntity entity) =>
        new()
        {
            Id = PaymentEventId.Parse(entity.RowKey[Prefix.Length..]),
            MerchantId = new MerchantId(entity.GetString("merchantId")),
            Ids =
            [
                .. JsonSerializer
                    .Deserialize(entity.GetString("ids"), EventRowJson.Default.IReadOnlyListString)!
                    .Select(PaymentEventId.Parse),
            ],
            After = entity.GetString("after"),
            To = entity.GetDateTimeOffset("to"),
            NextCheckAt = entity.GetDateTimeOffset("nextCheckAt")!.Value,
            ETag = entity.ETag,
        };
}
