namespace PaymentGateway.Http.Events;

/// <summary>A part of a merchant's events.</summary>
/// <param name="Items">Oldest first.</param>
/// <param name="NextCursor">The <c>after</c> to go on with, at once or at any later time; null while there is nothing at all.</param>
/// <param name="HasMore">Whether more can be read at once.</param>
internal sealed record EventListBody(IReadOnlyList<EventBody> Items, string? NextCursor, bool HasMore);
