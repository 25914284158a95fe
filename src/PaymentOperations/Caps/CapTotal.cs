using Azure;

namespace PaymentOperations.Caps;

/// <summary>What is used up of a day's cap.</summary>
/// <param name="Used">The sum of all reservations of the day.</param>
/// <param name="Version">Of the row; null while there is none.</param>
internal sealed record CapTotal(long Used, ETag? Version);
