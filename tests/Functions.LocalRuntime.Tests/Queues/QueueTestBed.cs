using System.Collections.Concurrent;
using System.Text;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using LocalFunctions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Testing;

namespace Functions.LocalRuntime.Tests.Queues;

/// <summary>A queue of its own for one test, and an app that listens to it as %QueueName%.</summary>
internal sealed class QueueTestBed(AzuriteServer azurite)
{
    private static int _count;

    private readonly string _name = $"test-{Interlocked.Increment(ref _count)}";

    public ConcurrentQueue<string> Seen { get; } = new();

    /// <summary>Functions that block wait for this.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public QueueClient Queue => new(azurite.ConnectionString, _name);

    public QueueClient Poison => new(azurite.ConnectionString, $"{_name}-poison");

    public Task<LocalHost> StartAsync<TFunctions>(
        Dictionary<string, string?>? queues = null,
        Dictionary<string, string?>? settings = null,
        Action<FunctionsApplicationBuilder>? configure = null
    )
    {
        var all = new Dictionary<string, string?>(settings ?? [])
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["QueueName"] = _name,
            ["Logging:Console:LogLevel:Default"] = "None",
        };
        foreach (var (name, value) in Defaults().Concat(queues ?? []))
            all[$"AzureFunctionsJobHost__extensions__queues__{name}"] = value;
        return TestApp.StartAsync(
            [typeof(TFunctions)],
            builder =>
            {
                builder.Services.AddSingleton(this);
                configure?.Invoke(builder);
            },
            all
        );
    }

    public async Task SendAsync(string text) =>
        await Queue.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));

    public async Task<bool> IsEmptyAsync()
    {
        QueueProperties properties = await Queue.GetPropertiesAsync();
        return properties.ApproximateMessagesCount == 0;
    }

    private static Dictionary<string, string?> Defaults() =>
        new() { ["visibilityTimeout"] = "00:00:00", ["maxPollingInterval"] = "00:00:00.2" };
}
