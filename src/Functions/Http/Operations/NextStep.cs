using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>What a caller can do about an operation that does not simply go on. The texts are few and the same for all, so that screens may show them as they are.</summary>
internal static class NextStep
{
    /// <summary>2C2P decides, and is asked.</summary>
    public const string Wait =
        "Wait, and do not ask for it again: 2C2P has not decided, and is asked until it has. Read this operation, or let a webhook tell you.";

    /// <summary>A person decides. Before that, a repeat could move the money twice.</summary>
    public const string Review =
        "Do not ask for it again: what the money did has to be settled by a person first (docs/runbook.md#needs-review).";

    /// <summary>A person decides about another operation.</summary>
    public const string Blocked =
        "Have a person settle the operation that blockedBy names (docs/runbook.md#needs-review): this one goes on by itself then.";

    /// <summary>It is over.</summary>
    public const string TryAgain =
        "It was not done and will not be. To try again, remove the cause that gateway and history tell and send the request with a new Idempotency-Key: the same key answers with this operation.";

    /// <summary>The text; null while it goes on by itself, and once it succeeded.</summary>
    public static string? Of(Operation operation) =>
        operation switch
        {
            // First: a final state that somebody doubts is no licence to repeat.
            { NeedsReview: true } => Review,
            { Status: OperationStatus.Failed } => TryAgain,
            { Status: OperationStatus.Pending } => Wait,
            { BlockedBy: not null } => Blocked,
            _ => null,
        };
}
