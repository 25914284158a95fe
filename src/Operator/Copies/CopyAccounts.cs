using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using PaymentOperations.Copies;
using PaymentOperations.Storage;

namespace Operator.Copies;

/// <summary>
/// The account of the ledger (<c>AzureWebJobsStorage</c>: a connection string, or <c>AzureWebJobsStorage__accountName</c> with whoever is signed in) and that of the copies (<c>LedgerCopies</c>, in the same forms; by
/// default the ledger's).
/// </summary>
/// <param name="environment">The environment's variables.</param>
internal sealed class CopyAccounts(Func<string, string?> environment)
{
    private const string Ledger = "AzureWebJobsStorage";
    private const string Copies = "LedgerCopies";
    private static readonly string[] Forms =
    [
        "",
        "__accountName",
        "__clientId",
        "__tableServiceUri",
        "__queueServiceUri",
        "__blobServiceUri",
    ];

    /// <summary>Both, or what is wrong with the settings.</summary>
    public (TableServiceClient? Tables, CopyStore? Store, string? Problem) Open(CopySettings settings)
    {
        var configuration = Read();
        var place = configuration.GetSection(Copies).Exists() ? Copies : Ledger;
        if ((StorageClients.Problem(configuration) ?? StorageClients.Problem(configuration, place)) is { } problem)
            return (null, null, problem);

        var container = StorageClients.Blobs(configuration, place).GetBlobContainerClient(settings.Container);
        return (StorageClients.Tables(configuration), new CopyStore(container), null);
    }

    private IConfiguration Read() =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                from account in (string[])[Ledger, Copies]
                from form in Forms
                let value = environment(account + form)
                where !string.IsNullOrEmpty(value)
                select KeyValuePair.Create((account + form).Replace("__", ":", StringComparison.Ordinal), (string?)value)
            )
            .Build();
}
