namespace PaymentOperations.Operations;

/// <summary>Looks after everything that is open: repairs every hint that was lost.</summary>
public interface ISweep
{
    /// <summary>Sweeps all shards once.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
