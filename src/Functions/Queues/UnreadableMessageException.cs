namespace PaymentGateway.Queues;

/// <summary>A message that is none of ours. Thrown to the host, which moves it to the poison queue.</summary>
internal sealed class UnreadableMessageException(string queue)
    : Exception($"A message in queue '{queue}' points to no operation.");
