using System.Net;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>
/// Verified messages for an operation that its claim's holder has still to take into account: callbacks, and gateway answers of workers that lost their claim. The row key is the verified hash, so the same content
/// is one row.
/// </summary>
internal sealed class Inbox(LedgerTables tables)
{
    /// <summary>Adds a message. False when it is there and applied already: nobody needs to be woken.</summary>
    public async Task<bool> AddAsync(OperationId id, InboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Inbox.AddEntityAsync(
                new TableEntity(id.ToString(), message.Hash)
                {
                    ["kind"] = message.Kind.ToString(),
                    ["attempt"] = message.Attempt,
                    ["at"] = message.At,
                    ["answer"] = JsonSerializer.Serialize(message.Answer, OperationRowJson.Default.DecisiveAnswer),
                },
                cancellationToken
            );
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.Conflict)
        {
            var row = await tables.Inbox.GetEntityAsync<TableEntity>(
                id.ToString(),
                message.Hash,
                ["appliedAt"],
                cancellationToken
            );
            return row.Value.GetDateTimeOffset("appliedAt") is null;
        }
    }

    /// <summary>Every message, oldest first. Kinds that this version does not know are left alone: a newer one, which wrote them, reads them.</summary>
    public async Task<InboxContents> ReadAsync(OperationId id, CancellationToken cancellationToken)
    {
        List<InboxMessage> messages = [];
        List<PersonsWord> words = [];
        var rows = tables.Inbox.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {id.ToString()}"),
            cancellationToken: cancellationToken
        );
        await foreach (var row in rows)
        {
            if (Parse(row) is { } message)
                messages.Add(message);
            else if (PersonsWords.Parse(row) is { } word)
                words.Add(word);
        }
        return new([.. messages.OrderBy(message => message.At)], [.. words.OrderBy(word => word.At)]);
    }

    /// <summary>Marks messages as taken into account; after the transaction that did so.</summary>
    public async Task MarkAppliedAsync(
        OperationId id,
        IEnumerable<InboxMessage> messages,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        foreach (var message in messages)
        {
            var change = new TableEntity(id.ToString(), message.Hash) { ["appliedAt"] = at };
            await tables.Inbox.UpdateEntityAsync(change, ETag.All, TableUpdateMode.Merge, cancellationToken);
        }
    }

    private static InboxMessage? Parse(TableEntity row)
    {
        if (
            !Enum.TryParse<InboxKind>(row.GetString("kind"), out var kind)
            || !Enum.IsDefined(kind)
            || row.GetDateTimeOffset("at") is not { } at
            || row.GetString("answer") is not { } json
        )
            return null;

        return new InboxMessage(
            kind,
            row.RowKey,
            row.GetInt32("attempt") ?? 0,
            at,
            JsonSerializer.Deserialize(json, OperationRowJson.Default.DecisiveAnswer)!
        )
        {
            IsApplied = row.GetDateTimeOffset("appliedAt") is not null,
        };
    }
}
