namespace PaymentOperations.Operations;

/// <summary>The statuses that are asked for; none of them named means any.</summary>
public readonly record struct OperationStatuses
{
    private readonly int bits;

    private OperationStatuses(int bits) => this.bits = bits;

    /// <summary>Takes these.</summary>
    public static OperationStatuses Of(params IEnumerable<OperationStatus> statuses) =>
        new(statuses.Aggregate(0, (all, one) => all | Bit(one)));

    /// <summary>Whether any status will do.</summary>
    public bool IsAny => bits == 0;

    /// <summary>Whether one is named in which an operation is still open.</summary>
    public bool NameOpen => (bits & ~Ended) != 0;

    /// <summary>Whether one is named in which an operation has ended.</summary>
    public bool NameEnded => (bits & Ended) != 0;

    /// <summary>Whether this status will do.</summary>
    public bool Has(OperationStatus status) => IsAny || (bits & Bit(status)) != 0;

    /// <summary>One status; any where it is null.</summary>
    public static implicit operator OperationStatuses(OperationStatus? status) => status is { } one ? Of(one) : default;

    private static int Ended => Bit(OperationStatus.Succeeded) | Bit(OperationStatus.Failed);

    private static int Bit(OperationStatus status) => 1 << (int)status;
}
