using System.Collections.Concurrent;
using Azure.Core;

namespace PaymentOperations.Tests.Support;

/// <summary>Names every storage request of a world, in the order in which they leave: verb and table or queue.</summary>
internal sealed class CountedRequests
{
    private readonly ConcurrentQueue<string> _names = new();

    public CountedRequests(World world) => world.Wire.Before = request => _names.Enqueue(NameOf(request));

    /// <summary>What was asked since the last time, sorted where nothing says in which order.</summary>
    public IReadOnlyList<string> Take()
    {
        List<string> names = [.. _names];
        _names.Clear();
        return names;
    }

    private static string NameOf(Request request)
    {
        var path = request.Uri.Path;
        if (path.EndsWith("/messages", StringComparison.Ordinal))
            return $"{(request.Method == RequestMethod.Get ? "peek" : "send")} {path.Split('/')[^2]}";
        if (path.EndsWith("$batch", StringComparison.Ordinal))
            return $"commit {Tables.First(table => request.IsTransactionOn(table))}";

        var name = path.Split('/')[^1];
        var table = name.Split('(')[0];
        var isQuery = name.EndsWith("()", StringComparison.Ordinal);
        return request.Method == RequestMethod.Get ? $"{(isQuery ? "query" : "read")} {table}"
            : request.Method == RequestMethod.Delete ? $"delete {table}"
            : $"write {table}";
    }

    private static readonly string[] Tables =
    [
        "operations",
        "keys",
        "outstanding",
        "index",
        "inbox",
        "deliveries",
        "quarantine",
        "learned",
        "caps",
    ];
}
