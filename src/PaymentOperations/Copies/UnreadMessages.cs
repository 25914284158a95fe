using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Copies;

/// <summary>
/// Messages of 2C2P that the copied ledger does not take into account. The ledger is copied first: what came, or was read, after that is not in it. In the ledger that they came to, a pointer or a sweep led to them.
/// </summary>
internal sealed class UnreadMessages(LedgerTables ledger)
{
    private const string AppliedAt = "appliedAt";

    /// <summary>A row of the inbox as it is put back: what was taken into account after the ledger was copied is unread again.</summary>
    public static TableEntity Of(TableEntity row, DateTimeOffset copied)
    {
        if (PersonsWords.Parse(row) is null && row.GetDateTimeOffset(AppliedAt) >= copied)
            row.Remove(AppliedAt);
        return row;
    }

    /// <summary>Sees to it that somebody looks at each operation that has such a message, also where nothing was waited for any more.</summary>
    public async Task ExpectAsync(IEnumerable<string> merchants, DateTimeOffset at, CancellationToken cancellationToken)
    {
        MerchantId[] owners = [.. merchants.Select(text => new MerchantId(text))];
        var messages = ledger.Inbox.QueryAsync<TableEntity>(
            select: ["PartitionKey", "RowKey", AppliedAt],
            cancellationToken: cancellationToken
        );
        var last = "";
        await foreach (var message in messages)
        {
            if (
                message.PartitionKey == last
                || message.GetDateTimeOffset(AppliedAt) is not null
                || !OperationId.TryParse(message.PartitionKey, out var id)
            )
                continue;

            last = message.PartitionKey;
            foreach (var owner in owners)
                await ExpectAsync(owner, id, at, cancellationToken);
        }
    }

    private async Task ExpectAsync(MerchantId owner, OperationId id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var open = new OpenOperations(ledger, new MerchantIndex(ledger));
        if (await open.FindInvoiceAsync(owner, id, cancellationToken) is not { } invoiceNo)
            return;

        var found = await ledger.Operations.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Invoice(owner, invoiceNo),
            TableKey.Operation(id),
            cancellationToken: cancellationToken
        );
        if (found is { HasValue: true, Value: { } entity } && OperationRowMapper.FromEntity(entity) is { IsTombstone: false } row)
            await open.AddAsync(OperationHint.Of(row), at, cancellationToken);
    }
}
