namespace PaymentOperations.Caps;

/// <summary>A part of a day's cap that a request counts on.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Amount">How much it is.</param>
/// <param name="Token">What the row is recognized by as this request's own; another's where the request only found it.</param>
internal sealed record CapReservation(CapPlace Place, long Amount, string Token);
