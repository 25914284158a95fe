using System.Security.Cryptography;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>
/// The right to change an operation. Taken by one conditional write; every later write of its holder is conditional on that one, so a worker that lost it can write nothing.
/// </summary>
internal sealed class Claims(InvoiceLedger ledger, OperationTimes times, TimeProvider time)
{
    /// <summary>Whether another worker may still be at work, clocks being apart as far as they may.</summary>
    public bool IsLive(OperationRow row) =>
        row.ClaimToken is not null && row.ClaimUntil is { } until && time.GetUtcNow() < until + times.Skew;

    /// <summary>Takes a free or expired claim; null when another worker was faster.</summary>
    public Task<OperationRow?> TryTakeAsync(OperationRow row, CancellationToken cancellationToken) =>
        ledger.TryReplaceAsync(
            row with
            {
                ClaimToken = NewToken(),
                ClaimUntil = time.GetUtcNow() + times.Claim,
                WriteId = NewToken(),
            },
            cancellationToken
        );

    /// <summary>Gives the claim back, with what was seen and when to look again; null when it was lost.</summary>
    public Task<OperationRow?> TryReleaseAsync(
        OperationRow row,
        DateTimeOffset nextActionAt,
        CancellationToken cancellationToken
    ) =>
        ledger.TryReplaceAsync(
            row with
            {
                ClaimToken = null,
                ClaimUntil = null,
                NextActionAt = nextActionAt,
                WriteId = NewToken(),
            },
            cancellationToken
        );

    /// <summary>A name for a claim or a write that nobody else will make.</summary>
    public static string NewToken() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
