using System.Threading.Channels;
using DevelopmentHosting.Protocol;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;

namespace DevelopmentHosting.Tests.Protocol;

/// <summary>The other end of a conversation: answers as a test says, and remembers what it was told.</summary>
internal sealed class FakeWorker : IAsyncStreamReader<StreamingMessage>, IServerStreamWriter<StreamingMessage>
{
    private readonly Channel<StreamingMessage> _answers = Channel.CreateUnbounded<StreamingMessage>();
    private readonly Func<StreamingMessage, StreamingMessage?> _answer;

    /// <param name="answer">The answer to a question; null hangs up.</param>
    public FakeWorker(Func<StreamingMessage, StreamingMessage?> answer)
    {
        _answer = answer;
        Connection = new WorkerConnection(NullLogger<WorkerConnection>.Instance);
        _ = Connection.RunAsync(this, this, () => { }, TestContext.Current.CancellationToken);
    }

    public WorkerConnection Connection { get; }

    public List<StreamingMessage> Told { get; } = [];

    public StreamingMessage Current { get; private set; } = new();

    public WriteOptions? WriteOptions { get; set; }

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (!await _answers.Reader.WaitToReadAsync(cancellationToken))
            return false;
        Current = await _answers.Reader.ReadAsync(cancellationToken);
        return true;
    }

    public Task WriteAsync(StreamingMessage message)
    {
        Told.Add(message);
        if (_answer(message) is { } answer)
        {
            answer.RequestId = message.RequestId;
            _answers.Writer.TryWrite(answer);
        }
        else
        {
            _answers.Writer.Complete();
        }

        return Task.CompletedTask;
    }

    public Task WriteAsync(StreamingMessage message, CancellationToken cancellationToken) => WriteAsync(message);
}
