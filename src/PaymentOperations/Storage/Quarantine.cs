using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>
/// What came in and belongs to no operation, kept for a person: verified messages of 2C2P, and queue messages that this app did not write. One row per content, by merchant; nothing is ever taken out by the app.
/// </summary>
internal sealed class Quarantine(LedgerTables tables) : IQuarantineReader
{
    // A text column holds 32,768 UTF-16 units, a queue message twice as many.
    private const int ColumnLength = 32_000;
    private const string MessageKind = "Message";

    /// <summary>Where messages stand that name no merchant of ours. No merchant's id is spelled so.</summary>
    private const string Unowned = "=unowned";

    /// <summary>Keeps a verified message that fits no operation. False when it is there already: it stays as it came first, whoever sends it again and to whatever address.</summary>
    public async Task<bool> AddAsync(
        string claimedOperationId,
        MerchantId merchantId,
        InboxMessage message,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await tables.Quarantine.AddEntityAsync(
                new TableEntity(merchantId.Text, message.Hash)
                {
                    ["kind"] = message.Kind.ToString(),
                    ["claimedOperationId"] = TableKey.Escape(claimedOperationId),
                    ["at"] = message.At,
                    ["answer"] = JsonSerializer.Serialize(message.Answer, OperationRowJson.Default.DecisiveAnswer),
                },
                cancellationToken
            );
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.Conflict)
        {
            // It was kept before, or the SDK met its own first try: the row tells.
            var row = await tables.Quarantine.GetEntityAsync<TableEntity>(
                merchantId.Text,
                message.Hash,
                ["at"],
                cancellationToken
            );
            return row.Value.GetDateTimeOffset("at") == message.At;
        }
    }

    /// <summary>Keeps a queue message. Digits that may be a card number are hidden: whoever wrote it, this store has none.</summary>
    public Task AddMessageAsync(
        string queue,
        MerchantId? merchantId,
        string text,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var row = new TableEntity(
            merchantId?.Text ?? Unowned,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))
        )
        {
            ["kind"] = MessageKind,
            ["queue"] = queue,
            ["at"] = at,
            ["length"] = text.Length,
        };
        foreach (var (number, part) in Digits.Hide(text).Chunk(ColumnLength).Index())
            row[TextColumn(number)] = new string(part);
        return tables.Quarantine.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<QuarantinePage> ListAsync(MerchantId merchantId, string? cursor, CancellationToken cancellationToken)
    {
        var (isUnowned, after) = QuarantineCursor.Read(cursor);
        List<QuarantinedMessage> items = [];
        foreach (var partition in isUnowned ? [Unowned] : new[] { merchantId.Text, Unowned })
        {
            var rows = tables.Quarantine.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after}"),
                maxPerPage: QuarantinePage.MaxItems + 1,
                cancellationToken: cancellationToken
            );
            await foreach (var row in rows)
            {
                if (items.Count == QuarantinePage.MaxItems)
                    return new(items, QuarantineCursor.Write(items[^1]));
                items.Add(Read(row, isOwned: partition != Unowned));
            }

            after = "";
        }

        return new(items, null);
    }

    private static QuarantinedMessage Read(TableEntity row, bool isOwned)
    {
        var answer = row.GetString("answer") is { } json
            ? JsonSerializer.Deserialize(json, OperationRowJson.Default.DecisiveAnswer)
            : null;
        return new QuarantinedMessage
        {
            Id = row.RowKey,
            IsOwned = isOwned,
            IsQueueMessage = row.GetString("kind") == MessageKind,
            At = row.GetDateTimeOffset("at") ?? row.Timestamp ?? default,
            Queue = row.GetString("queue"),
            Length = row.GetInt32("length"),
            Text = isOwned ? Text(row) : null,
            ClaimedOperationId = row.GetString("claimedOperationId"),
            Status = answer?.Status,
            ResponseCode = answer?.RespCode,
            Amount = answer?.Amount,
            ReferenceNo = answer?.ReferenceNo,
            RefundReferenceNo = answer?.RefundReferenceNo,
        };
    }

    private static string? Text(TableEntity row)
    {
        var text = new StringBuilder();
        for (var number = 0; row.GetString(TextColumn(number)) is { } part; number++)
            text.Append(part);
        return text.Length == 0 ? null : text.ToString();
    }

    private static string TextColumn(int number) => string.Create(CultureInfo.InvariantCulture, $"text{number}");
}
