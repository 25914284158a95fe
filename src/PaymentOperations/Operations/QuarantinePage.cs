namespace PaymentOperations.Operations;

/// <summary>A part of the quarantine.</summary>
/// <param name="Items">The merchant's own messages, then those that name no merchant.</param>
/// <param name="NextCursor">Where to go on; null at the end.</param>
public sealed record QuarantinePage(IReadOnlyList<QuarantinedMessage> Items, string? NextCursor)
{
    /// <summary>The most items of a page.</summary>
    public const int MaxItems = 100;
}
