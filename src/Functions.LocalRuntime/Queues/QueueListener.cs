using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using LocalFunctions.Functions;
using LocalFunctions.Hosting;
using LocalFunctions.Invocations;
using Microsoft.Extensions.Logging;

namespace LocalFunctions.Queues;

/// <summary>
/// Receives batches while at most newBatchThreshold messages run, so that batchSize + newBatchThreshold run at most.
/// Storage faults never end it: it logs them and asks again later.
/// </summary>
internal sealed class QueueListener(
    FunctionEntry function,
    QueueClient queue,
    QueueClient poison,
    QueueOptions options,
    FunctionInvoker invoker,
    ILogger<QueueListener> logger
) : IListener
{
    private readonly ConcurrentDictionary<LeasedMessage, Task> _running = new();
    private bool _toldMissing;

    public async Task RunAsync(CancellationToken stopping)
    {
        var backoff = new PollingBackoff(options.MaxPollingInterval);
        while (!stopping.IsCancellationRequested)
        {
            var received = await ReceiveAsync();
            if (stopping.IsCancellationRequested)
            {
                await Task.WhenAll(received.Select(ReleaseAsync));
                break;
            }

            if (received.Length == 0)
            {
                await QuietDelay.WaitAsync(backoff.Next(), TimeProvider.System, stopping);
                continue;
            }

            backoff.Reset();
            foreach (var message in received)
                Start(message);
            await RoomForABatchAsync(stopping);
        }

        await Task.WhenAll(_running.Values);
    }

    public Task AbandonAsync() => Task.WhenAll(_running.Keys.Select(ReleaseAsync));

    /// <summary>Not cancelled by a stop: the queue would have hidden messages that nobody has.</summary>
    private async Task<LeasedMessage[]> ReceiveAsync()
    {
        try
        {
            QueueMessage[] messages = await queue.ReceiveMessagesAsync(options.BatchSize, options.Lease);
            _toldMissing = false;
            return [.. messages.Select(message => new LeasedMessage(message, queue, poison, options))];
        }
        catch (Azure.RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            if (!_toldMissing)
                QueueLog.QueueMissing(logger, queue.Name, function.Name);
            _toldMissing = true;
        }
        catch (Exception unreachable)
        {
            QueueLog.ReceiveFailed(logger, queue.Name, unreachable);
        }

        return [];
    }

    private void Start(LeasedMessage message)
    {
        // The entry must be there before the run can remove it.
        var registered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[message] = RunThenForgetAsync();
        registered.SetResult();

        async Task RunThenForgetAsync()
        {
            await registered.Task;
            await ProcessAsync(message);
            _running.TryRemove(message, out _);
        }
    }

    private async Task RoomForABatchAsync(CancellationToken stopping)
    {
        var stopped = Task.Delay(Timeout.Infinite, stopping);
        while (_running.Count > options.NewBatchThreshold && !stopping.IsCancellationRequested)
            await Task.WhenAny([stopped, .. _running.Values]);
    }

    private async Task ProcessAsync(LeasedMessage message)
    {
        try
        {
            if (message.HasBeenTriedTooOften || !message.TryDecode(out var decoded))
            {
                await PoisonAsync(message);
                return;
            }

            if (await RunFunctionAsync(message, decoded))
                await message.DeleteAsync();
            else if (message.IsLastTry)
                await PoisonAsync(message);
            else
                await message.ReleaseAsync();
        }
        catch (Exception storage)
        {
            // The message is shown again when its lease ends, and then counts as one more try.
            QueueLog.CompletionFailed(logger, queue.Name, message.Id, storage);
        }
    }

    private async Task<bool> RunFunctionAsync(LeasedMessage message, QueueMessage decoded)
    {
        using var done = new CancellationTokenSource();
        var keepingHidden = KeepHiddenAsync(message, done.Token);
        try
        {
            await invoker.InvokeAsync(function, new QueueInput(decoded), CancellationToken.None);
            return true;
        }
        catch (Exception failure)
        {
            QueueLog.FunctionFailed(logger, function.Name, message.Id, failure);
            return false;
        }
        finally
        {
            await done.CancelAsync();
            await keepingHidden;
        }
    }

    private async Task KeepHiddenAsync(LeasedMessage message, CancellationToken done)
    {
        try
        {
            await message.KeepHiddenAsync(done);
        }
        catch (Exception storage)
        {
            // The function goes on; the message may be delivered a second time, as in Azure.
            QueueLog.RenewalFailed(logger, queue.Name, message.Id, storage);
        }
    }

    private Task PoisonAsync(LeasedMessage message)
    {
        QueueLog.MovedToPoison(logger, message.Id, poison.Name);
        return message.MoveToPoisonQueueAsync();
    }

    private async Task ReleaseAsync(LeasedMessage message)
    {
        try
        {
            await message.ReleaseAsync();
        }
        catch (Exception storage)
        {
            QueueLog.CompletionFailed(logger, queue.Name, message.Id, storage);
        }
    }
}
