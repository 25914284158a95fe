using System.Text;
using Azure;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using Operator.Doctor;
using PaymentOperations.Merchants.Vault;
using TwoC2P;

namespace Operator.Keys;

/// <summary>
/// The secret <c>{merchantId}-api-keys</c>. Key Vault has no conditional write: whether somebody else wrote at the same time is looked at afterwards, in the list of versions.
/// </summary>
internal sealed class KeyVaultList(SecretClient client, MerchantId merchant)
{
    // Key Vault's own limit is 25 KB.
    private const int MostBytes = 25_000;

    /// <summary>The secret's name.</summary>
    public string Name { get; } = $"{merchant.Text}-api-keys";

    /// <summary>Whether a write has begun: from then on a failure leaves open whether it was done.</summary>
    public bool HasBegunToWrite { get; private set; }

    /// <summary>The list of the merchant, or what is wrong with the settings.</summary>
    public static (KeyVaultList? List, string? Problem) Open(KeySettings settings)
    {
        if (!MerchantId.IsWellFormed(settings.Merchant))
            return (null, "--merchant must be 1 to 15 letters and digits, 2C2P's merchant id.");

        var configuration = DoctorServices.Read(settings.File);
        var options = new KeyVaultOptions
        {
            Uri = configuration["KeyVault:Uri"],
            EmulatorCertificate = configuration["KeyVault:EmulatorCertificate"],
        };
        if (new KeyVaultValidation().Validate(name: null, options) is { Failed: true } failed)
            return (null, failed.FailureMessage);

        var configured = configuration.GetSection("Merchants").GetChildren().Select(section => section.Key).ToList();
        return configured.Count > 0 && !configured.Contains(settings.Merchant, StringComparer.Ordinal)
            ? (null, $"The settings have no merchant {settings.Merchant}, only {string.Join(", ", configured)}.")
            : (new(VaultClient.Create(options), new(settings.Merchant)), null);
    }

    /// <summary>The list that the app takes: that of the newest version which is enabled.</summary>
    /// <exception cref="KeyListException">It is not one that the app would take.</exception>
    public async Task<KeyList> ReadAsync(CancellationToken cancellationToken)
    {
        var (versions, at) = await VersionsAsync(cancellationToken);
        var known = versions.Select(version => version.Version).ToHashSet(StringComparer.Ordinal);
        if (Newest(versions) is not { } newest)
            return new(Version: null, [], known, at);

        return await EntriesAsync(newest, cancellationToken) is { } entries
            ? new(newest, entries, known, at)
            : throw new KeyListException(
                $"Version {newest} of {Name} is no list that the app takes. Write it anew, or disable this version to go back to the one before."
            );
    }

    /// <summary>Writes a list that was made of one that was read, and looks whether somebody else wrote too.</summary>
    /// <param name="read">What it was made of.</param>
    /// <param name="entries">The list.</param>
    /// <param name="changed">Those of its keys that are new or changed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="KeyListException">It is too long.</exception>
    public async Task<Written> WriteAsync(
        KeyList read,
        IReadOnlyList<ApiKeyEntry> entries,
        IReadOnlyList<ApiKeyEntry> changed,
        CancellationToken cancellationToken
    )
    {
        var value = ApiKeyList.Write(entries);
        if (Encoding.UTF8.GetByteCount(value) > MostBytes)
            throw new KeyListException($"{Name} would be longer than Key Vault takes. Take keys out that have expired.");

        HasBegunToWrite = true;
        var response = await client.SetSecretAsync(Name, value, cancellationToken);
        var ours = response.Value.Properties.Version;
        try
        {
            return await LookAsync(read, ours, value, changed, cancellationToken);
        }
        catch (Exception e) when (e is RequestFailedException or AuthenticationFailedException or AggregateException)
        {
            // The change is made; only the look afterwards is missing.
            return new(WriteEnd.Unseen, ours);
        }
    }

    private async Task<Written> LookAsync(
        KeyList read,
        string ours,
        string value,
        IReadOnlyList<ApiKeyEntry> changed,
        CancellationToken cancellationToken
    )
    {
        var (versions, _) = await VersionsAsync(cancellationToken);
        var newest = Newest(versions);
        if (newest is not null && newest != ours && !Has(await EntriesAsync(newest, cancellationToken), changed))
            return new(WriteEnd.Lost, ours, newest);

        // Times are whole seconds: what was written in ours counts as written before it.
        var time = versions.First(version => version.Version == ours).CreatedOn;
        foreach (var other in versions.Where(version => version.Version != newest && version.CreatedOn <= time))
        {
            // The client repeats a write whose answer did not come: the same text twice is ours.
            if (
                other.Version != ours
                && !read.Known.Contains(other.Version)
                && (await EntriesAsync(other.Version, cancellationToken) is not { } entries || ApiKeyList.Write(entries) != value)
            )
                return new(WriteEnd.Covered, ours, other.Version);
        }

        return new(WriteEnd.Done, ours);
    }

    private static bool Has(IReadOnlyList<ApiKeyEntry>? entries, IReadOnlyList<ApiKeyEntry> changed)
    {
        var written = (entries ?? []).Select(entry => ApiKeyList.Write([entry])).ToHashSet(StringComparer.Ordinal);
        return changed.All(entry => written.Contains(ApiKeyList.Write([entry])));
    }

    private async Task<IReadOnlyList<ApiKeyEntry>?> EntriesAsync(string version, CancellationToken cancellationToken)
    {
        var secret = await client.GetSecretAsync(Name, version, cancellationToken: cancellationToken);
        return ApiKeyList.Entries(new VaultSecret(version, secret.Value.Value));
    }

    private async Task<(IReadOnlyList<SecretProperties> Versions, DateTimeOffset? At)> VersionsAsync(
        CancellationToken cancellationToken
    )
    {
        var versions = new List<SecretProperties>();
        DateTimeOffset? at = null;
        try
        {
            await foreach (var page in client.GetPropertiesOfSecretVersionsAsync(Name, cancellationToken).AsPages())
            {
                versions.AddRange(page.Values);
                at = page.GetRawResponse().Headers.Date;
            }
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // There is no such secret yet: the first key makes it.
            at = e.GetRawResponse()?.Headers.Date;
        }

        return (versions, at);
    }

    // In the order of KeyVaultSource, by which the app chooses.
    private static string? Newest(IReadOnlyList<SecretProperties> versions) =>
        versions.Where(version => version.Enabled == true).MaxBy(version => version.CreatedOn)?.Version;
}
