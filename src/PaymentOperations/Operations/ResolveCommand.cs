using PaymentOperations.Merchants;

namespace PaymentOperations.Operations;

/// <summary>A person's word on an operation.</summary>
public sealed record ResolveCommand
{
    /// <summary>Whose operation.</summary>
    public required Merchant Merchant { get; init; }

    /// <summary>Which.</summary>
    public required OperationId OperationId { get; init; }

    /// <summary>What became of it.</summary>
    public required ResolutionOutcome Outcome { get; init; }

    /// <summary>For what succeeded: the reference at 2C2P of the refund that it is.</summary>
    public string? Reference { get; init; }

    /// <summary>Keys of contradicting entries that the person looked at and that are not this operation's.</summary>
    public IReadOnlyList<string> Despite { get; init; } = [];

    /// <summary>Who says so, 3 to 100 characters.</summary>
    public required string Actor { get; init; }

    /// <summary>Why, at most 255 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>What was looked at, at most 255 characters.</summary>
    public string? LookedAt { get; init; }

    /// <summary>The caller's key: the same word again is the same row.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Which API key called.</summary>
    public required string ApiKeyId { get; init; }

    /// <summary>Trace context of the call (W3C).</summary>
    public string? TraceParent { get; init; }
}
