using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Crashes.Proxy;

/// <summary>Names requests by what they do, without ids: the same step has the same name in every refund.</summary>
internal static partial class StepName
{
    public static string Of(PassingRequest request)
    {
        var path = Uri.UnescapeDataString(request.PathAndQuery);
        var what = request.To.Name switch
        {
            // A transaction names its table only inside; the ledger's are meant where nothing is said.
            Upstream.Tables => Table(path) + (IsTransaction(path) && IsOfIndex(request.Text) ? " of index" : ""),
            Upstream.Queues => QueueMessage().Replace(Resource(path), "/messages/one"),
            Upstream.Gateway => ProcessType().Match(request.Text).Groups["type"].Value,
            Upstream.Vault => Version().Replace(Resource(path), "/version"),
            _ => Resource(path),
        };
        return $"{request.To.Name} {request.Method} {what}";
    }

    private static string Table(string path)
    {
        var resource = Resource(path);
        var row = Row().Match(resource);
        if (row.Success)
            return $"{row.Groups["table"].Value}({(row.Groups["row"].Success ? row.Groups["row"].Value : "one")})";
        var from = From().Match(path);
        return from.Success ? $"{resource} from {from.Groups["row"].Value}" : resource;
    }

    private static bool IsTransaction(string path) => Resource(path) == "$batch";

    // What is written over is addressed by its keys, what is added by its table alone.
    private static bool IsOfIndex(string transaction) =>
        transaction.Contains("/index(", StringComparison.Ordinal) || transaction.Contains("/index?", StringComparison.Ordinal);

    // Storage has the account first.
    private static string Resource(string path) => path.Split('?')[0].Replace("/devstoreaccount1/", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<table>\w+)\(PartitionKey='.*',RowKey='((?<row>invoice|op)|\w)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("RowKey ge '(?<row>[a-z]+)-", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex From();

    [GeneratedRegex("/messages/.+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QueueMessage();

    [GeneratedRegex("<processType>(?<type>[A-Z]+)</processType>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProcessType();

    [GeneratedRegex("(?<=/secrets/[^/]+)/[0-9a-f]{32}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();
}
