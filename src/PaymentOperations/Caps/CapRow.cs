using Azure;

namespace PaymentOperations.Caps;

/// <summary>A reservation as it is stored.</summary>
/// <param name="Token">Which request made it.</param>
/// <param name="IsShared">Whether another request with the same key relies on it: then it is never given back.</param>
/// <param name="Version">Of the row.</param>
internal sealed record CapRow(string Token, bool IsShared, ETag Version);
