namespace PaymentGateway.Http.Json;

/// <summary>A list, or one page of it.</summary>
/// <param name="Items">What is on the page; it may be empty and still not be the last.</param>
/// <param name="NextCursor">Asks for the next page; null on the last.</param>
internal sealed record ListBody<T>(IReadOnlyList<T> Items, string? NextCursor);
