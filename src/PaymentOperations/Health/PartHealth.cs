namespace PaymentOperations.Health;

/// <summary>One part's state.</summary>
/// <param name="Name">Name without an address: <c>tables</c>, <c>queues</c>, <c>key vault</c>.</param>
/// <param name="Ready">Whether it answers.</param>
public sealed record PartHealth(string Name, bool Ready);
