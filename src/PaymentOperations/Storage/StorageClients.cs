using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace PaymentOperations.Storage;

/// <summary>
/// Makes the storage clients from the settings that the Functions host itself reads: <c>AzureWebJobsStorage</c> (a connection string), or <c>AzureWebJobsStorage__accountName</c> or
/// <c>__tableServiceUri</c>, <c>__queueServiceUri</c> and <c>__blobServiceUri</c> with a managed identity (<c>__clientId</c>).
/// </summary>
internal static class StorageClients
{
    private const string Setting = "AzureWebJobsStorage";

    /// <summary>What is wrong with the settings, or null.</summary>
    public static string? Problem(IConfiguration configuration, string setting = Setting)
    {
        if (configuration[setting] is { Length: > 0 } connection)
            return IsConnectionString(connection) ? null : $"{setting} is not a connection string of a storage account.";

        string[] addresses = ["tableServiceUri", "queueServiceUri", "blobServiceUri"];
        foreach (var name in addresses)
        {
            if (configuration[$"{setting}:{name}"] is { Length: > 0 } uri && !Uri.TryCreate(uri, UriKind.Absolute, out _))
                return $"{setting}__{name} must be an absolute address.";
        }

        return
            AccountName(configuration, setting) is not null
            || addresses.All(name => configuration[$"{setting}:{name}"] is { Length: > 0 })
            ? null
            : $"{setting} is missing; give a connection string, or {setting}__accountName with a managed identity.";
    }

    // The client's own reader decides; its words could quote the account's key.
    private static bool IsConnectionString(string connection)
    {
        try
        {
            _ = new TableServiceClient(connection);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException)
        {
            // Nothing runs yet: the start is refused.
            return false;
        }
    }

    public static TableServiceClient Tables(IConfiguration configuration)
    {
        var options = new TableClientOptions();
        Shorten(options.Retry);
        return configuration[Setting] is { Length: > 0 } connection
            ? new TableServiceClient(connection, options)
            : new TableServiceClient(
                ServiceUri(configuration, "table") ?? Default(configuration, "table"),
                Credential(configuration),
                options
            );
    }

    // The SDK's default is plain text, the Functions host's is Base64.
    public static QueueServiceClient Queues(
        IConfiguration configuration,
        QueueMessageEncoding encoding = QueueMessageEncoding.Base64
    )
    {
        var options = new QueueClientOptions { MessageEncoding = encoding };
        Shorten(options.Retry);
        return configuration[Setting] is { Length: > 0 } connection
            ? new QueueServiceClient(connection, options)
            : new QueueServiceClient(
                ServiceUri(configuration, "queue") ?? Default(configuration, "queue"),
                Credential(configuration),
                options
            );
    }

    /// <param name="configuration">The settings.</param>
    /// <param name="setting">The name that the account's settings begin with.</param>
    public static BlobServiceClient Blobs(IConfiguration configuration, string setting = Setting)
    {
        var options = new BlobClientOptions();
        Shorten(options.Retry);
        return configuration[setting] is { Length: > 0 } connection
            ? new BlobServiceClient(connection, options)
            : new BlobServiceClient(
                ServiceUri(configuration, "blob", setting) ?? Default(configuration, "blob", setting),
                Credential(configuration, setting),
                options
            );
    }

    // An accept has 20 seconds in all: long retries inside the SDK would eat them.
    private static void Shorten(RetryOptions retry)
    {
        retry.Mode = RetryMode.Exponential;
        retry.Delay = TimeSpan.FromMilliseconds(200);
        retry.MaxDelay = TimeSpan.FromSeconds(2);
        retry.MaxRetries = 4;
        retry.NetworkTimeout = TimeSpan.FromSeconds(8);
    }

    private static DefaultAzureCredential Credential(IConfiguration configuration, string setting = Setting) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = configuration[$"{setting}:clientId"] });

    private static Uri? ServiceUri(IConfiguration configuration, string service, string setting = Setting) =>
        configuration[$"{setting}:{service}ServiceUri"] is { Length: > 0 } uri ? new Uri(uri) : null;

    private static Uri Default(IConfiguration configuration, string service, string setting = Setting) =>
        new($"https://{AccountName(configuration, setting)}.{service}.core.windows.net");

    private static string? AccountName(IConfiguration configuration, string setting = Setting) =>
        configuration[$"{setting}:accountName"] is { Length: > 0 } name ? name : null;
}
