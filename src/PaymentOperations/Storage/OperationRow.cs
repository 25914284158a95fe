using System.Collections.ObjectModel;
using Azure;
using PaymentOperations.Operations;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Storage;

/// <summary>An operation in the ledger. Changed only by the holder of its claim, always against the version that the holder last wrote.</summary>
internal sealed record OperationRow
{
    public required OperationId Id { get; init; }
    public required OperationKind Kind { get; init; }
    public required MerchantId MerchantId { get; init; }
    public required InvoiceNo InvoiceNo { get; init; }
    public Money? Amount { get; init; }

    /// <summary>ISO 4217 letters of the currency that the merchant's setting named when it was accepted; null where it named none, and in rows of versions without it.</summary>
    public string? Currency { get; init; }

    public IReadOnlyList<SubMerchantAmount> SubMerchants { get; init; } = [];
    public SealedBankAccount? Bank { get; init; }
    public string? Reason { get; init; }

    /// <summary>The caller's own pairs, to find it by.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Names the keys of the table <c>lookup</c> that are written for it; null for rows of versions without that table.</summary>
    public string? FoundBy { get; init; }

    /// <summary>First 32 hex digits of the idempotency key's hash; travels to 2C2P as <c>userDefined2</c>.</summary>
    public required string KeyHash { get; init; }

    public required string ApiKeyId { get; init; }
    public string? TraceParent { get; init; }

    public required OperationStatus Status { get; init; }

    /// <summary>When it entered its status.</summary>
    public required DateTimeOffset StatusSince { get; init; }

    public string? ReviewReason { get; init; }
    public DateTimeOffset? ReviewSince { get; init; }
    public bool NeedsReview => ReviewReason is not null;

    /// <summary>Place in the invoice's line.</summary>
    public required int Seq { get; init; }

    /// <summary>Whether its <c>wait-</c> row still stands.</summary>
    public bool InLine { get; init; } = true;

    public IReadOnlyList<Attempt> Attempts { get; init; } = [];

    /// <summary>References that 2C2P listed before the first attempt; null when no list was to be had.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The payment's own reference, to tell it from a refund's.</summary>
    public string? TransactionReference { get; init; }

    public string? ClaimToken { get; init; }
    public DateTimeOffset? ClaimUntil { get; init; }

    /// <summary>When it is to be looked at next.</summary>
    public required DateTimeOffset NextActionAt { get; init; }

    /// <summary>How often it was looked at in vain since its last transition.</summary>
    public int Polls { get; init; }

    /// <summary>The refund's reference, once it is ours for certain.</summary>
    public string? Reference { get; init; }

    public GatewayResult? Gateway { get; init; }

    /// <summary>The raw verified fields and assumptions that decided.</summary>
    public string? Evidence { get; init; }

    /// <summary>When the first of the answers that show nothing of ours was asked for; null after one that showed something.</summary>
    public DateTimeOffset? AbsentSince { get; init; }

    /// <summary>The one unexplained refund of our amount in the last answer.</summary>
    public string? InferredReference { get; init; }

    /// <summary>What lists showed of ours and of what nobody explained; at most twenty.</summary>
    public IReadOnlyList<Sighting> Seen { get; init; } = [];

    /// <summary>When it first became doubtful; null when it is decided. A person's patience counts from here, through every change of status.</summary>
    public DateTimeOffset? DoubtSince { get; init; }

    /// <summary>When 2C2P first said that it offers no list of refunds; null after one that it gave.</summary>
    public DateTimeOffset? NotOfferedSince { get; init; }

    /// <summary>Whether an index knew it as more advanced than the ledger: then the ledger may be an older copy.</summary>
    public bool IsHinted { get; init; }

    /// <summary>When the ledger was put back from a copy in which it was open: what was done and told of it between the copy and then is not known. Null for all others.</summary>
    public DateTimeOffset? RestoredAt { get; init; }

    /// <summary>Contradictions of the final state that were told.</summary>
    public IReadOnlyList<string> ConflictKeys { get; init; } = [];

    /// <summary>Whether a failed refund's amount was reserved again because 2C2P may have done it.</summary>
    public bool IsReservedAgain { get; init; }

    /// <summary>Whether it failed, and a person said that 2C2P did it all the same, by this reference.</summary>
    public bool IsSettledAsDone(string? reference) =>
        this is { Status: OperationStatus.Failed, IsReservedAgain: true, NeedsReview: false, Reference: not null }
        && reference == Reference;

    /// <summary>What the invoice reserves for it beyond its own amount, in minor units, because a person said what 2C2P really moved: a second refund, or (negative) less than the amount.</summary>
    public long ReservedBeyond { get; init; }

    /// <summary>Whether it succeeded, and a person said that 2C2P did not do it all the same.</summary>
    public bool IsSettledAsNotDone =>
        this is { Status: OperationStatus.Succeeded, NeedsReview: false, Amount: { } amount }
        && ReservedBeyond <= -amount.MinorUnits;

    /// <summary>When the gateway was asked once more after the end.</summary>
    public DateTimeOffset? WatchedAt { get; init; }

    /// <summary>How many requests may have been sent when a person said to send it once more; the word is used up when there is one more.</summary>
    public int? PersonsWordAfter { get; init; }

    /// <summary>When a person last decided something about it: patience counts anew from there.</summary>
    public DateTimeOffset? PatienceFrom { get; init; }

    /// <summary>What would call a person about a pending refund, and stood there when one decided which it is: they are not called for it again while 2C2P decides.</summary>
    public IReadOnlyList<string> Answered { get; init; } = [];

    /// <summary>Words of people that were followed, at most twenty, so that none is followed twice.</summary>
    public IReadOnlyList<string> Heard { get; init; } = [];

    /// <summary>Columns that this version does not know: a newer one wrote them, and they are written back as they are.</summary>
    public IReadOnlyDictionary<string, object> Unknown { get; init; } = ReadOnlyDictionary<string, object>.Empty;

    /// <summary>Number of the next audit event.</summary>
    public int NextEvent { get; init; }

    /// <summary>Names the write that made this version, so that an ambiguous storage answer can be settled by reading.</summary>
    public string WriteId { get; init; } = "";

    /// <summary>Decided never to have existed (T2).</summary>
    public bool IsTombstone { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public ETag ETag { get; init; }

    public string Partition => TableKey.Invoice(MerchantId, InvoiceNo);

    public bool IsFinal => Status is OperationStatus.Succeeded or OperationStatus.Failed;

    /// <summary>The number of the last attempt.</summary>
    public int AttemptCount => Attempts.Count == 0 ? 0 : Attempts[^1].Number;

    /// <summary>How many times the right to send was taken, as far as this copy of the ledger knows.</summary>
    public int TimesBegun => AttemptCount % Attempt.BeyondUnknown;

    /// <summary>Whether requests may have left of which this copy of the ledger does not know.</summary>
    public bool MayHaveAnotherLife => AttemptCount >= Attempt.BeyondUnknown;

    /// <summary>Whether a person said to send it once more, and it was not sent since.</summary>
    public bool HasPersonsWord => PersonsWordAfter == MaybeSent.Count();

    /// <summary>Attempts that 2C2P may have seen.</summary>
    public IEnumerable<Attempt> MaybeSent => Attempts.Where(attempt => !attempt.NeverSent);
}
