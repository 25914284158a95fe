using System.Collections.Concurrent;
using System.Diagnostics;
using DevelopmentHosting.Functions;
using DevelopmentHosting.Protocol;

namespace DevelopmentHosting.Invocations;

/// <summary>Has the worker run functions, and knows which of them run.</summary>
internal sealed class FunctionInvoker(WorkerConnection worker)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _running = new();

    /// <summary>Completes when nothing runs that runs now.</summary>
    public Task Idle => Task.WhenAll(_running.Values.Select(ended => ended.Task));

    /// <summary>Runs a function to its end. The token asks it to end early; whether it does is its own affair.</summary>
    /// <exception cref="FunctionFailedException">It threw.</exception>
    /// <exception cref="WorkerGoneException">The app is gone; nobody knows what the function did.</exception>
    public async Task InvokeAsync(Function function, Invocation invocation, CancellationToken cancellationToken)
    {
        var ended = _running[invocation.Id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            var asking = worker.AskAsync(Question(function, invocation));
            await using var cancelling = cancellationToken.UnsafeRegister(_ => Cancel(invocation.Id), null);
            var result = (await asking).InvocationResponse.Result;
            if (result.Status != StatusResult.Types.Status.Success)
                throw new FunctionFailedException(function.Name, result);
        }
        finally
        {
            _running.TryRemove(invocation.Id, out _);
            ended.SetResult();
        }
    }

    /// <summary>Asks everything that runs to end.</summary>
    public void CancelAll()
    {
        foreach (var id in _running.Keys)
            Cancel(id);
    }

    private void Cancel(string id) => worker.Tell(new() { InvocationCancel = new() { InvocationId = id } });

    private static StreamingMessage Question(Function function, Invocation invocation)
    {
        var request = new InvocationRequest
        {
            InvocationId = invocation.Id,
            FunctionId = function.Id,
            InputData =
            {
                new ParameterBinding { Name = function.Trigger!.Name, Data = invocation.Input },
            },
            TraceContext = new()
            {
                TraceParent = Activity.Current?.Id ?? "",
                TraceState = Activity.Current?.TraceStateString ?? "",
            },
        };
        foreach (var (name, value) in invocation.Metadata)
            request.TriggerMetadata[name] = value;
        return new() { RequestId = invocation.Id, InvocationRequest = request };
    }
}
