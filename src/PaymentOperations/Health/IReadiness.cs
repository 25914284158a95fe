namespace PaymentOperations.Health;

/// <summary>Whether the parts that operations need can be reached.</summary>
public interface IReadiness
{
    /// <summary>Asks storage tables, storage queues and Key Vault; the answer is kept for 10 seconds.</summary>
    Task<IReadOnlyList<PartHealth>> CheckAsync(CancellationToken cancellationToken);
}
