using System.Net;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>
/// What people say of operations: rows <c>word-{key hash}</c> of the inbox. Their kind is none of a message's, so that versions which know no words leave them alone.
/// </summary>
internal sealed class PersonsWords(LedgerTables tables)
{
    private const string Kind = "Resolution";

    /// <summary>Keeps a word. What it returns is the word that its key names: this one, or an earlier one.</summary>
    public async Task<(PersonsWord Word, bool IsNew)> AddAsync(
        OperationId id,
        PersonsWord word,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await tables.Inbox.AddEntityAsync(
                new TableEntity(id.ToString(), TableKey.Word(word.KeyHash))
                {
                    ["kind"] = Kind,
                    ["at"] = word.At,
                    ["word"] = JsonSerializer.Serialize(word, OperationRowJson.Default.PersonsWord),
                },
                cancellationToken
            );
            return (word, true);
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.Conflict)
        {
            return ((await FindAsync(id, word.KeyHash, cancellationToken))!, false);
        }
    }

    public async Task<PersonsWord?> FindAsync(OperationId id, string keyHash, CancellationToken cancellationToken)
    {
        var row = await tables.Inbox.GetEntityIfExistsAsync<TableEntity>(
            id.ToString(),
            TableKey.Word(keyHash),
            cancellationToken: cancellationToken
        );
        return row is { HasValue: true, Value: { } entity } ? Parse(entity) : null;
    }

    /// <summary>Notes what came of a word; after the transaction that followed it.</summary>
    public Task CloseAsync(
        OperationId id,
        PersonsWord word,
        WordResult result,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        tables.Inbox.UpdateEntityAsync(
            new TableEntity(id.ToString(), TableKey.Word(word.KeyHash))
            {
                ["appliedAt"] = at,
                ["result"] = JsonSerializer.Serialize(result, OperationRowJson.Default.WordResult),
            },
            ETag.All,
            TableUpdateMode.Merge,
            cancellationToken
        );

    /// <summary>The word in a row of the inbox; null where it is none.</summary>
    public static PersonsWord? Parse(TableEntity row) =>
        row.GetString("kind") == Kind
        && row.GetString("word") is { } json
        && JsonSerializer.Deserialize(json, OperationRowJson.Default.PersonsWord) is { } word
            ? word with
            {
                KeyHash = row.RowKey[TableKey.WordPrefix.Length..],
                At = row.GetDateTimeOffset("at")!.Value,
                Result = row.GetString("result") is { } result
                    ? JsonSerializer.Deserialize(result, OperationRowJson.Default.WordResult)
                    : null,
            }
            : null;
}
