using System.Globalization;
using Sandbox.Processes;

namespace Sandbox.Azurite;

/// <summary>A running Azurite: queues, tables and blobs on 127.0.0.1. It ends with this process, however that ends.</summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly ChildProcess _process;

    private AzuriteProcess(ChildProcess process, string connectionString)
    {
        _process = process;
        ConnectionString = connectionString;
    }

    /// <summary>Storage connection string with the addresses of all three services.</summary>
    public string ConnectionString { get; }

    /// <summary>Process id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts Azurite and returns when all three services answer.</summary>
    /// <exception cref="SandboxException">Azurite ended, or was not ready within three minutes; the message holds what it printed.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken cancellationToken = default)
    {
        var endpoints = new AzuriteEndpoints();
        var output = new OutputTail();
        var process = ChildProcess.Start(
            new ChildProcessOptions("node", Arguments(options))
            {
                StopsAtEndOfInput = true,
                OnLine = line =>
                {
                    output.Add(line);
                    endpoints.Read(line);
                },
            }
        );
        try
        {
            await Task.WhenAny(endpoints.ConnectionString, process.Ended).WaitAsync(StartLimit, cancellationToken);
            if (endpoints.ConnectionString.IsCompletedSuccessfully)
                return new AzuriteProcess(process, await endpoints.ConnectionString);
        }
        catch (TimeoutException e)
        {
            await process.DisposeAsync();
            throw new SandboxException($"Azurite was not ready after {StartLimit.TotalSeconds} s. It printed: {output}", e);
        }
        catch (OperationCanceledException)
        {
            await process.DisposeAsync();
            throw;
        }
        await process.DisposeAsync();
        throw new SandboxException($"Azurite ended while starting. It printed: {output}");
    }

    /// <summary>Stops Azurite in good order: what it acknowledged is on disk afterwards.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static List<string> Arguments(AzuriteOptions options)
    {
        List<string> arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Azurite", "run-azurite.cjs"),
            StartedPrograms.Azurite,
            "--silent",
            "--disableTelemetry",
            // Azurite knows older API versions than the SDKs ask for.
            "--skipApiVersionCheck",
            "--blobPort",
            Text(options.BlobPort),
            "--queuePort",
            Text(options.QueuePort),
            "--tablePort",
            Text(options.TablePort),
        ];
        arguments.AddRange(options.Location is { } location ? ["--location", location] : ["--inMemoryPersistence"]);
        return arguments;
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
