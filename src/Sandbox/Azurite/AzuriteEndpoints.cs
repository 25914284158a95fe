using System.Text.RegularExpressions;

namespace Sandbox.Azurite;

/// <summary>Collects the three addresses that Azurite announces while it starts.</summary>
internal sealed partial class AzuriteEndpoints
{
    // The well-known development account: published by Microsoft, the same on every machine.
    private const string Account = "devstoreaccount1";
    private const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly string[] Services = ["Blob", "Queue", "Table"];

    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<string> _connectionString = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the connection string when all three services listen.</summary>
    public Task<string> ConnectionString => _connectionString.Task;

    public void Read(string line)
    {
        if (Announcement().Match(line) is not { Success: true } match)
            return;
        _addresses[match.Groups["service"].Value] = match.Groups["address"].Value;
        if (_addresses.Count == Services.Length)
            _connectionString.TrySetResult(Format());
    }

    private string Format() =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={AccountKey};"
        + string.Concat(Services.Select(service => $"{service}Endpoint={_addresses[service]}/{Account};"));

    [GeneratedRegex(
        @"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://\S+)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Announcement();
}
