using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using PaymentOperations.Storage;
using Testing;

namespace PaymentOperations.Tests.Support;

/// <summary>One Azurite for the assembly: an account that all tests share, and accounts of their own for tests that sweep everything.</summary>
public sealed class LedgerStorage : IAsyncLifetime
{
    private const int OwnAccounts = 160;
    private readonly AzuriteServer _azurite = new();
    private int _taken;

    /// <summary>Account with all tables and queues; tests are kept apart by merchant.</summary>
    public string Shared { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        // Azurite makes the accounts that this variable lists.
        var accounts = Enumerable.Range(0, OwnAccounts + 1).Select(number => $"{Name(number)}:{Key(number)}");
        Environment.SetEnvironmentVariable("AZURITE_ACCOUNTS", string.Join(';', accounts));
        await _azurite.InitializeAsync();
        Shared = await AccountAsync(0);
    }

    /// <summary>The connection string of an account that no other test uses.</summary>
    public Task<string> OwnAccountAsync()
    {
        var number = Interlocked.Increment(ref _taken);
        number.ShouldBeLessThanOrEqualTo(OwnAccounts, "give LedgerStorage more accounts");
        return AccountAsync(number);
    }

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();

    private async Task<string> AccountAsync(int number)
    {
        var parts = _azurite.ConnectionString.Split(';').Where(part => part.Contains("Endpoint=", StringComparison.Ordinal));
        var endpoints = parts.Select(part => part.Replace("devstoreaccount1", Name(number), StringComparison.Ordinal));
        var connection = string.Join(
            ';',
            [$"DefaultEndpointsProtocol=http;AccountName={Name(number)};AccountKey={Key(number)}", .. endpoints]
        );
        await StorageLayout.CreateAsync(
            new TableServiceClient(connection),
            new QueueServiceClient(connection),
            new BlobServiceClient(connection)
        );
        return connection;
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"ledger{number}");

    private static string Key(int number) => Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(Name(number))));
}
