namespace PaymentOperations.Operations;

/// <summary>Something that came in and belongs to no operation.</summary>
public sealed record QuarantinedMessage
{
    /// <summary>Its verified hash, or for a queue message the SHA-256 of its text; lower-case hex.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it names the merchant. What names nobody is shown to every merchant without its text.</summary>
    public required bool IsOwned { get; init; }

    /// <summary>A message of a queue that could not be dealt with; otherwise a verified message of 2C2P.</summary>
    public required bool IsQueueMessage { get; init; }

    /// <summary>When it was kept.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The queue it was on.</summary>
    public string? Queue { get; init; }

    /// <summary>UTF-16 units of its text.</summary>
    public int? Length { get; init; }

    /// <summary>Its text, digits hidden that may be a card number.</summary>
    public string? Text { get; init; }

    /// <summary>The operation that a callback's address named, as it stood there.</summary>
    public string? ClaimedOperationId { get; init; }

    /// <summary>2C2P's <c>status</c>.</summary>
    public string? Status { get; init; }

    /// <summary>2C2P's <c>respCode</c>.</summary>
    public string? ResponseCode { get; init; }

    /// <summary>2C2P's <c>amount</c>, as sent.</summary>
    public string? Amount { get; init; }

    /// <summary>2C2P's <c>referenceNo</c>.</summary>
    public string? ReferenceNo { get; init; }

    /// <summary>2C2P's <c>refundReferenceNo</c>.</summary>
    public string? RefundReferenceNo { get; init; }
}
