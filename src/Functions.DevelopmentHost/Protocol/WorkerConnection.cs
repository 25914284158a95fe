using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace DevelopmentHosting.Protocol;

/// <summary>The conversation with one worker: questions find their answers by request id, whatever the order.</summary>
internal sealed class WorkerConnection(ILogger<WorkerConnection> logger)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _questions = new();
    private readonly Channel<StreamingMessage> _outbox = Channel.CreateUnbounded<StreamingMessage>(new() { SingleReader = true });
    private volatile bool _ended;

    /// <summary>Speaks until the worker hangs up or <paramref name="cancellationToken"/> fires; then every open question fails.</summary>
    public async Task RunAsync(
        IAsyncStreamReader<StreamingMessage> incoming,
        IAsyncStreamWriter<StreamingMessage> outgoing,
        Action started,
        CancellationToken cancellationToken
    )
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = SendAllAsync(outgoing, ended.Token);
        try
        {
            while (await incoming.MoveNext(cancellationToken))
                Receive(incoming.Current, started);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or Grpc.Core.RpcException)
        {
            // The worker's process ended, or this host is stopping: either way nobody answers any more.
        }
        finally
        {
            _ended = true;
            await ended.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var question in _questions.Values)
                question.TrySetException(new WorkerGoneException());
        }
    }

    /// <summary>Asks and waits for the answer.</summary>
    /// <exception cref="WorkerGoneException">The worker hung up.</exception>
    public async Task<StreamingMessage> AskAsync(StreamingMessage question)
    {
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _questions[question.RequestId] = answer;
        try
        {
            Tell(question);
            // Hung up between the two lines: whoever ended the conversation may not have seen this question.
            return _ended ? throw new WorkerGoneException() : await answer.Task;
        }
        finally
        {
            _questions.TryRemove(question.RequestId, out _);
        }
    }

    /// <summary>Says something that has no answer.</summary>
    public void Tell(StreamingMessage message) => _outbox.Writer.TryWrite(message);

    private async Task SendAllAsync(IAsyncStreamWriter<StreamingMessage> outgoing, CancellationToken cancellationToken)
    {
        await foreach (var message in _outbox.Reader.ReadAllAsync(cancellationToken))
            await outgoing.WriteAsync(message, cancellationToken);
    }

    private void Receive(StreamingMessage message, Action started)
    {
        if (message.ContentCase == StreamingMessage.ContentOneofCase.StartStream)
            started();
        else if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog)
            WorkerLog.Write(logger, message.RpcLog);
        else if (_questions.TryGetValue(message.RequestId, out var answer))
            answer.TrySetResult(message);
    }
}
