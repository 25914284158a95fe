using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Storage;

/// <summary>Writes and reads <c>op-</c> rows.</summary>
internal static class OperationRowMapper
{
    private static readonly FrozenSet<string> Columns = Known(
            new OperationRow
            {
                Id = OperationId.New(TimeProvider.System),
                Kind = OperationKind.Refund,
                MerchantId = new MerchantId("M"),
                InvoiceNo = InvoiceNo.Parse("I"),
                KeyHash = "",
                ApiKeyId = "",
                Status = OperationStatus.Accepted,
                StatusSince = default,
                Seq = 0,
                NextActionAt = default,
                CreatedAt = default,
                UpdatedAt = default,
            }
        )
        .Select(known => known.Column)
        .ToFrozenSet(StringComparer.Ordinal);

    public static TableEntity ToEntity(OperationRow row)
    {
        var entity = new TableEntity(row.Partition, TableKey.Operation(row.Id));
        foreach (var (column, value) in Known(row))
        {
            // Rows are replaced as a whole: what there is none of need not be sent as null.
            if (value is not null)
                entity[column] = value;
        }
        foreach (var (column, value) in row.Unknown)
            entity.TryAdd(column, value);
        BaselineColumns.Write(entity, row.Baseline);
        return entity;
    }

    private static (string Column, object? Value)[] Known(OperationRow row) =>
        [
            ("kind", row.Kind.ToString()),
            ("merchantId", row.MerchantId.Text),
            ("invoiceNo", row.InvoiceNo.Text),
            ("amount", row.Amount?.MinorUnits),
            ("currency", row.Currency),
            (
                "subMerchants",
                Json(
                    row.SubMerchants.Select(share => new StoredShare(share.SubMid, share.SubAmount.MinorUnits)).ToArray(),
                    OperationRowJson.Default.IReadOnlyListStoredShare
                )
            ),
            ("bank", row.Bank?.Sealed),
            ("bankKeyVersion", row.Bank?.KeyVersion),
            ("reason", row.Reason),
            ("metadata", MetadataJson.Write(row.Metadata)),
            ("foundBy", row.FoundBy),
            ("keyHash", row.KeyHash),
            ("apiKeyId", row.ApiKeyId),
            ("traceParent", row.TraceParent),
            ("status", row.Status.ToString()),
            ("statusSince", row.StatusSince),
            ("reviewReason", row.ReviewReason),
            ("reviewSince", row.ReviewSince),
            ("seq", row.Seq),
            ("inLine", row.InLine),
            ("attempts", Json(row.Attempts, OperationRowJson.Default.IReadOnlyListAttempt)),
            ("transactionReference", row.TransactionReference),
            ("claimToken", row.ClaimToken),
            ("claimUntil", row.ClaimUntil),
            ("nextActionAt", row.NextActionAt),
            ("polls", row.Polls),
            ("reference", row.Reference),
            ("gateway", row.Gateway is null ? null : Json(row.Gateway, OperationRowJson.Default.GatewayResult)),
            ("evidence", row.Evidence),
            ("absentSince", row.AbsentSince),
            ("inferredReference", row.InferredReference),
            ("seen", row.Seen.Count == 0 ? null : Json(row.Seen, OperationRowJson.Default.IReadOnlyListSighting)),
            ("doubtSince", row.DoubtSince),
            ("notOfferedSince", row.NotOfferedSince),
            ("hinted", row.IsHinted ? true : null),
            ("restoredAt", row.RestoredAt),
            (
                "conflicts",
                row.ConflictKeys.Count == 0 ? null : Json(row.ConflictKeys, OperationRowJson.Default.IReadOnlyListString)
            ),
            ("reservedAgain", row.IsReservedAgain ? true : null),
            ("reservedBeyond", row.ReservedBeyond == 0 ? null : row.ReservedBeyond),
            ("watchedAt", row.WatchedAt),
            ("personsWordAfter", row.PersonsWordAfter),
            ("patienceFrom", row.PatienceFrom),
            ("answered", row.Answered.Count == 0 ? null : Json(row.Answered, OperationRowJson.Default.IReadOnlyListString)),
            ("heard", row.Heard.Count == 0 ? null : Json(row.Heard, OperationRowJson.Default.IReadOnlyListString)),
            ("nextEvent", row.NextEvent),
            ("writeId", row.WriteId),
            ("tombstone", row.IsTombstone),
            ("createdAt", row.CreatedAt),
            ("updatedAt", row.UpdatedAt),
        ];

    public static OperationRow FromEntity(TableEntity entity) =>
        new()
        {
            Id = OperationId.Parse(entity.RowKey["op-".Length..]),
            Kind = Enum.Parse<OperationKind>(entity.GetString("kind")),
            MerchantId = new MerchantId(entity.GetString("merchantId")),
            InvoiceNo = InvoiceNo.Parse(entity.GetString("invoiceNo")),
            Amount = entity.GetInt64("amount") is { } amount ? new Money(amount) : null,
            Currency = entity.GetString("currency"),
            SubMerchants =
            [
                .. Read(entity, "subMerchants", OperationRowJson.Default.IReadOnlyListStoredShare)
                    .Select(share => new SubMerchantAmount(share.SubMid, new Money(share.MinorUnits))),
            ],
            Bank = entity.GetString("bank") is { } bank ? new SealedBankAccount(entity.GetString("bankKeyVersion"), bank) : null,
            Reason = entity.GetString("reason"),
            Metadata = MetadataJson.Read(entity.GetString("metadata")),
            FoundBy = entity.GetString("foundBy"),
            KeyHash = entity.GetString("keyHash"),
            ApiKeyId = entity.GetString("apiKeyId"),
            TraceParent = entity.GetString("traceParent"),
            Status = Enum.Parse<OperationStatus>(entity.GetString("status")),
            StatusSince = entity.GetDateTimeOffset("statusSince")!.Value,
            ReviewReason = entity.GetString("reviewReason"),
            ReviewSince = entity.GetDateTimeOffset("reviewSince"),
            Seq = entity.GetInt32("seq")!.Value,
            InLine = entity.GetBoolean("inLine")!.Value,
            Attempts = Read(entity, "attempts", OperationRowJson.Default.IReadOnlyListAttempt),
            Baseline = BaselineColumns.Read(entity),
            TransactionReference = entity.GetString("transactionReference"),
            ClaimToken = entity.GetString("claimToken"),
            ClaimUntil = entity.GetDateTimeOffset("claimUntil"),
            NextActionAt = entity.GetDateTimeOffset("nextActionAt")!.Value,
            Polls = entity.GetInt32("polls")!.Value,
            Reference = entity.GetString("reference"),
            Gateway = entity.GetString("gateway") is { } gateway
                ? JsonSerializer.Deserialize(gateway, OperationRowJson.Default.GatewayResult)
                : null,
            Evidence = entity.GetString("evidence"),
            AbsentSince = entity.GetDateTimeOffset("absentSince"),
            InferredReference = entity.GetString("inferredReference"),
            Seen = Read(entity, "seen", OperationRowJson.Default.IReadOnlyListSighting),
            DoubtSince = entity.GetDateTimeOffset("doubtSince"),
            NotOfferedSince = entity.GetDateTimeOffset("notOfferedSince"),
            IsHinted = entity.GetBoolean("hinted") ?? false,
            RestoredAt = entity.GetDateTimeOffset("restoredAt"),
            ConflictKeys = Read(entity, "conflicts", OperationRowJson.Default.IReadOnlyListString),
            IsReservedAgain = entity.GetBoolean("reservedAgain") ?? false,
            ReservedBeyond = entity.GetInt64("reservedBeyond") ?? 0,
            WatchedAt = entity.GetDateTimeOffset("watchedAt"),
            PersonsWordAfter = entity.GetInt32("personsWordAfter"),
            PatienceFrom = entity.GetDateTimeOffset("patienceFrom"),
            Answered = Read(entity, "answered", OperationRowJson.Default.IReadOnlyListString),
            Heard = Read(entity, "heard", OperationRowJson.Default.IReadOnlyListString),
            Unknown = UnknownColumns.Of(entity, Columns),
            NextEvent = entity.GetInt32("nextEvent")!.Value,
            WriteId = entity.GetString("writeId"),
            IsTombstone = entity.GetBoolean("tombstone") ?? false,
            CreatedAt = entity.GetDateTimeOffset("createdAt")!.Value,
            UpdatedAt = entity.GetDateTimeOffset("updatedAt")!.Value,
            ETag = entity.ETag,
        };

    private static string Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    private static IReadOnlyList<T> Read<T>(TableEntity entity, string column, JsonTypeInfo<IReadOnlyList<T>> type) =>
        entity.GetString(column) is { } json ? JsonSerializer.Deserialize(json, type) ?? [] : [];
}
