namespace PaymentOperations.Health;

/// <summary>One part's state.</summary>
/// <param name="Name">Name without an address: <c>tables</c>, <c>queues</c>, <c>key vault</c>.</param>
/// <param name="Ready">Whether the app can work with it.</param>
/// <param name="Warning">What is wrong although the app can work, for anybody to read; null: nothing.</param>
public sealed record PartHealth(string Name, bool Ready, string? Warning = null);
