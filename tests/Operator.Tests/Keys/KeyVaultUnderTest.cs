using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PaymentOperations.Merchants;
using Sandbox.Certificates;
using Sandbox.KeyVault;

namespace Operator.Tests.Keys;

/// <summary>A vault, the command line with settings that name it, and the app's own reading of the keys.</summary>
internal sealed partial class KeyVaultUnderTest : IAsyncDisposable
{
    public const string Secret = "JT01-api-keys";

    private readonly string settingsFile;
    private readonly Dictionary<string, string?> settings;

    private KeyVaultUnderTest(KeyVaultEmulator vault, FakeTimeProvider time, string folder)
    {
        Vault = vault;
        Time = time;
        Laptop = time;
        var pem = Path.Combine(folder, "vault.pem");
        File.WriteAllText(pem, vault.CertificatePem);
        settings = new(StringComparer.Ordinal)
        {
            ["KeyVault:Uri"] = vault.VaultUri.ToString(),
            ["KeyVault:EmulatorCertificate"] = pem,
            ["Merchants:JT01:Environment"] = "sandbox",
            ["Merchants:JT01:Envelope"] = "Base64",
        };
        settingsFile = Path.Combine(folder, "settings.json");
        File.WriteAllText(
            settingsFile,
            JsonSerializer.Serialize(
                new
                {
                    Values = settings.ToDictionary(one => one.Key.Replace(":", "__", StringComparison.Ordinal), one => one.Value),
                }
            )
        );
    }

    public KeyVaultEmulator Vault { get; }

    /// <summary>The clock of the vault and of the app.</summary>
    public FakeTimeProvider Time { get; }

    /// <summary>The clock of the machine that the command runs on: the same, unless a test sets it.</summary>
    public TimeProvider Laptop { get; set; }

    /// <summary>What the last command printed on standard output.</summary>
    public string Output { get; private set; } = "";

    /// <summary>What the last command said on standard error, in one line.</summary>
    public string Notes { get; private set; } = "";

    public static async Task<KeyVaultUnderTest> StartAsync()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var vault = await KeyVaultEmulator.StartAsync(
            new KeyVaultEmulatorOptions { Certificate = LoopbackCertificate.Create(TimeProvider.System), TimeProvider = time }
        );
        return new(vault, time, Directory.CreateTempSubdirectory("keys-").FullName);
    }

    /// <summary>Runs <c>keys …</c> for JT01; words are parted by spaces.</summary>
    public async Task<int> RunAsync(string arguments, string merchant = "JT01")
    {
        using var output = new StringWriter();
        using var notes = new StringWriter();
        var exitCode = await OperatorProgram.RunAsync(
            ["keys", .. arguments.Split(' '), "--merchant", merchant, "--settings", settingsFile],
            output,
            notes,
            _ => null,
            Laptop
        );
        Output = output.ToString();
        Notes = Space().Replace(notes.ToString(), " ");
        return exitCode;
    }

    /// <summary>Makes a key, which is what is printed.</summary>
    public async Task<string> MakeAsync(string arguments)
    {
        (await RunAsync(arguments)).ShouldBe(0, Notes);
        return Output.Trim();
    }

    /// <summary>The keys as an app that starts now reads them.</summary>
    public async Task<IReadOnlyList<ApiKey>> AppAsync()
    {
        await using var app = StartApp();
        return await app.KeysAsync();
    }

    /// <summary>The app's own reading of the keys, which remembers what it read.</summary>
    public RunningApp StartApp() =>
        new(
            new ServiceCollection()
                .AddLogging()
                .AddSingleton<TimeProvider>(Time)
                .AddMerchants(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
                .BuildServiceProvider()
        );

    /// <summary>The app as it is called over HTTP. How often it lets itself be called is another test's.</summary>
    public Task<CalledApp> StartCalledAppAsync() =>
        CalledApp.StartAsync(
            new Dictionary<string, string?>(settings, StringComparer.Ordinal)
            {
                ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
                ["Public:BaseUrl"] = "http://127.0.0.1:7071",
                ["Limits:KeyBurst"] = "1000000",
                ["Limits:MerchantBurst"] = "1000000",
                ["Limits:RefusedBurst"] = "1000000",
            },
            Time
        );

    public ValueTask DisposeAsync() => Vault.DisposeAsync();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Space();
}
