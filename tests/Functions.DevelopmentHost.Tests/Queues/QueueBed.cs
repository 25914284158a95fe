using System.Text;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.DependencyInjection;
using SampleApp;
using Testing;

namespace DevelopmentHosting.Tests.Queues;

/// <summary>A queue of its own for one test, and an app that listens to it as %QueueName%.</summary>
internal sealed class QueueBed(AzuriteServer azurite)
{
    private static int _count;

    private readonly string _name = $"test-{Interlocked.Increment(ref _count)}";

    public Notebook Notebook { get; } = new();

    public QueueClient Queue => new(azurite.ConnectionString, _name);

    public QueueClient Poison => new(azurite.ConnectionString, $"{_name}-poison");

    public Task<DevelopmentHost> StartAsync<TFunctions>(
        Dictionary<string, string?>? queues = null,
        Dictionary<string, string?>? settings = null,
        TimeSpan? stopWithin = null
    )
    {
        var all = new Dictionary<string, string?>(settings ?? [])
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["QueueName"] = _name,
        };
        foreach (var (name, value) in queues ?? [])
            all[$"AzureFunctionsJobHost__extensions__queues__{name}"] = value;
        return Sample.RunAsync(
            new()
            {
                Settings = all,
                FunctionClasses = [typeof(TFunctions)],
                ConfigureServices = services => services.AddSingleton(Notebook),
                StopWithin = stopWithin ?? TimeSpan.FromSeconds(10),
            }
        );
    }

    public async Task SendAsync(params string[] texts)
    {
        await Queue.CreateIfNotExistsAsync();
        foreach (var text in texts)
            await Queue.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
    }

    public async Task<bool> IsEmptyAsync()
    {
        QueueProperties properties = await Queue.GetPropertiesAsync();
        return properties.ApproximateMessagesCount == 0;
    }

    public async Task<int> VisibleAsync()
    {
        PeekedMessage[] visible = await Queue.PeekMessagesAsync(32);
        return visible.Length;
    }

    /// <summary>The first text in the poison queue, as soon as there is one.</summary>
    public async Task<string> PoisonedAsync()
    {
        string? text = null;
        await Eventually.IsTrueAsync(async () =>
        {
            if (!(await Poison.ExistsAsync()).Value)
                return false;
            PeekedMessage? message = await Poison.PeekMessageAsync();
            text = message?.Body.ToString();
            return text is not null;
        });
        return text!;
    }
}
