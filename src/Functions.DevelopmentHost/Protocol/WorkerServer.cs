using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DevelopmentHosting.Protocol;

/// <summary>The endpoint that the app's worker connects to: plain-text HTTP/2 on a free port of 127.0.0.1.</summary>
internal sealed class WorkerServer : FunctionRpc.FunctionRpcBase, IAsyncDisposable
{
    private readonly TaskCompletionSource<WorkerConnection> _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _closing = new();
    private readonly ILoggerFactory _logs;
    private WebApplication? _server;

    private WorkerServer(ILoggerFactory logs) => _logs = logs;

    /// <summary>Where the worker finds it, with a final slash.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Completes when the worker has introduced itself.</summary>
    public Task<WorkerConnection> Connected => _connected.Task;

    public static async Task<WorkerServer> StartAsync(ILoggerFactory logs, CancellationToken cancellationToken)
    {
        var worker = new WorkerServer(logs);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.Listen(IPAddress.Loopback, 0, listener => listener.Protocols = HttpProtocols.Http2);
            server.Limits.MaxRequestBodySize = null;
            server.Limits.MinRequestBodyDataRate = null;
        });
        builder.Services.AddSingleton(logs);
        builder.Services.AddSingleton(worker);
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (null, null));

        worker._server = builder.Build();
        worker._server.MapGrpcService<WorkerServer>();
        await worker._server.StartAsync(cancellationToken);
        worker.Address = new Uri(worker._server.Urls.First());
        return worker;
    }

    /// <inheritdoc />
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream,
        IServerStreamWriter<StreamingMessage> responseStream,
        ServerCallContext context
    )
    {
        var connection = new WorkerConnection(_logs.CreateLogger<WorkerConnection>());
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, _closing.Token);
        await connection.RunAsync(requestStream, responseStream, () => _connected.TrySetResult(connection), ended.Token);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        _closing.Dispose();
    }
}
