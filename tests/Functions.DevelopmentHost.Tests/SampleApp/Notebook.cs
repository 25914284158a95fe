using System.Collections.Concurrent;

namespace SampleApp;

/// <summary>Where the functions write down what they saw, and what some of them wait for.</summary>
public sealed class Notebook
{
    public ConcurrentQueue<string> Seen { get; } = new();

    public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits for the gate; says how the waiting ended.</summary>
    public async Task<string> WaitAsync(CancellationToken cancellationToken)
    {
        Entered.TrySetResult();
        try
        {
            await Gate.Task.WaitAsync(cancellationToken);
            Seen.Enqueue("finished");
            return "finished";
        }
        catch (OperationCanceledException)
        {
            Seen.Enqueue("cancelled");
            return "cancelled";
        }
    }
}
