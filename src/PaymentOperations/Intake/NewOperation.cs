using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Workflow;

namespace PaymentOperations.Intake;

/// <summary>Makes the ledger row of a new operation.</summary>
internal sealed class NewOperation(LedgerSeal seal, TimeProvider time)
{
    public async Task<OperationRow> MakeAsync(
        AcceptCommand command,
        string keyHash,
        OperationId id,
        int seq,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var row = new OperationRow
        {
            Id = id,
            Kind = command.Kind,
            MerchantId = command.Merchant.Id,
            InvoiceNo = command.InvoiceNo,
            Amount = command.Amount,
            Currency = command.Merchant.Currency?.Letters,
            SubMerchants = command.SubMerchants,
            Bank = command.BankAccount is { } account ? await seal.SealAsync(id, account, cancellationToken) : null,
            Reason = command.Reason,
            Metadata = command.Metadata,
            KeyHash = keyHash[..32],
            ApiKeyId = command.ApiKeyId,
            TraceParent = command.TraceParent,
            Status = OperationStatus.Accepted,
            StatusSince = now,
            Seq = seq,
            NextActionAt = now,
            NextEvent = 1,
            WriteId = Claims.NewToken(),
            CreatedAt = now,
            UpdatedAt = now,
        };
        return row with { FoundBy = LookupKeys.NameOf(LookupKeys.Of(row)) };
    }

    public static AuditEvent CreatedEvent(OperationRow row) =>
        new()
        {
            OperationId = row.Id,
            Number = 0,
            At = row.CreatedAt,
            To = OperationStatus.Accepted,
            By = $"api key {row.ApiKeyId}",
            Rule = "T1",
            Note = row.Reason is null ? "Accepted" : $"Accepted: {row.Reason}",
            TraceParent = row.TraceParent,
        };
}
