namespace PaymentOperations.Copies;

/// <summary>A copy cannot be made or put back, for a reason that a person has to deal with. Nothing was overwritten.</summary>
internal sealed class CopyException(string message) : Exception(message);
