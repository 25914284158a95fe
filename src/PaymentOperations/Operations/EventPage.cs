namespace PaymentOperations.Operations;

/// <summary>A part of a merchant's events.</summary>
/// <param name="Items">The events; it may be empty and still have more behind it.</param>
/// <param name="Cursor">The id to go on after; null while there is nothing at all.</param>
/// <param name="HasMore">Whether more can be read at once.</param>
public sealed record EventPage(IReadOnlyList<PaymentEvent> Items, PaymentEventId? Cursor, bool HasMore)
{
    /// <summary>The most events of a page.</summary>
    public const int MaxItems = 100;
}
