using DevelopmentHosting.Functions;

namespace DevelopmentHosting.Protocol;

/// <summary>What host and worker say before the first invocation: greeting, list of functions, loading each of them.</summary>
internal static class Handshake
{
    // The newest host whose conduct this one was compared with.
    private const string HostVersion = "4.1037.0.0";

    /// <summary>Loads the app's functions.</summary>
    /// <param name="worker">The connection, on which nothing was said yet.</param>
    /// <param name="appFolder">The folder of the app's dll.</param>
    /// <param name="choose">Which of the app's functions count.</param>
    /// <returns>The loaded functions, and where the worker says that its HTTP server listens.</returns>
    /// <exception cref="InvalidOperationException">The worker refused, or two functions have one name.</exception>
    public static async Task<(IReadOnlyList<Function> Functions, Uri? HttpAddress)> RunAsync(
        WorkerConnection worker,
        string appFolder,
        Func<Function, bool> choose
    )
    {
        var greeting = new WorkerInitRequest
        {
            HostVersion = HostVersion,
            WorkerDirectory = appFolder,
            FunctionAppDirectory = appFolder,
        };
        var greeted = (await AskAsync(worker, new() { WorkerInitRequest = greeting })).WorkerInitResponse;
        Check(greeted.Result, "start");

        var asked = new StreamingMessage { FunctionsMetadataRequest = new() { FunctionAppDirectory = appFolder } };
        var listed = (await AskAsync(worker, asked)).FunctionMetadataResponse;
        Check(listed.Result, "list its functions");

        Function[] functions = [.. listed.FunctionMetadataResults.Select(Function.Read).Where(choose)];
        RefuseSameNames(functions);
        foreach (var function in functions)
        {
            var load = new FunctionLoadRequest { FunctionId = function.Id, Metadata = function.Metadata };
            var loaded = (await AskAsync(worker, new() { FunctionLoadRequest = load })).FunctionLoadResponse;
            Check(loaded.Result, $"load the function {function.Name}");
        }

        return (functions, greeted.Capabilities.TryGetValue("HttpUri", out var address) ? new Uri(address) : null);
    }

    private static Task<StreamingMessage> AskAsync(WorkerConnection worker, StreamingMessage message)
    {
        message.RequestId = Identifiers.New();
        return worker.AskAsync(message);
    }

    private static void Check(StatusResult result, string what)
    {
        if (result.Status != StatusResult.Types.Status.Success)
            throw new InvalidOperationException(
                $"The app's worker could not {what}: {result.Exception?.Message ?? result.Result}"
            );
    }

    private static void RefuseSameNames(IEnumerable<Function> functions)
    {
        var twice = functions
            .GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(name => name.Skip(1).Any());
        if (twice is not null)
            throw new InvalidOperationException($"Two functions are called {twice.Key}: give each a name of its own.");
    }
}
