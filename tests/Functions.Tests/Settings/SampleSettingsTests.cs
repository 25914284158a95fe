using System.Text.Json;
using System.Text.RegularExpressions;
using Functions.Tests.Support;

namespace Functions.Tests.Settings;

/// <summary>local.settings.sample.json is the list of all settings: what is read and not there, or there and not read, fails here.</summary>
public sealed partial class SampleSettingsTests
{
    // Read by the Functions host as well, or by it alone.
    private static readonly string[] OfTheHost = ["FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage"];

    // Set by Azure itself.
    private static readonly string[] OfThePlatform = ["WEBSITE_SITE_NAME"];

    // Where settings are read; ReadSettings runs all of them.
    private static readonly string[] Readers =
    [
        "src/Functions/Http/HttpSurfaceExtensions.cs",
        "src/Functions/Telemetry/TelemetryExtensions.cs",
        "src/Functions/Telemetry/TelemetryOptions.cs",
        "src/PaymentOperations/Events/EventsRegistration.cs",
        "src/PaymentOperations/Merchants/MerchantsRegistration.cs",
        "src/PaymentOperations/PaymentOperationsRegistration.cs",
        "src/PaymentOperations/Reconciliation/ReconciliationRegistration.cs",
        "src/PaymentOperations/Storage/StorageClients.cs",
    ];

    [Fact]
    public void the_sample_lists_exactly_the_settings_that_are_read()
    {
        var read = ReadSettings.Names.Except(OfThePlatform).Union(OfTheHost);

        About().Keys.ShouldBe(read, ignoreOrder: true);
    }

    [Fact]
    public void settings_are_read_in_these_places_only()
    {
        var sources = Repository
            .Sources("src", "Functions")
            .Concat(Repository.Sources("src", "PaymentOperations"))
            .Concat(Repository.Sources("src", "TwoC2P"))
            .ToList();

        sources
            .Where(source => source.Value.Contains("IConfiguration ", StringComparison.Ordinal))
            .Select(source => source.Key)
            .ShouldBe(Readers, ignoreOrder: true);
        sources.ShouldAllBe(source => !source.Value.Contains("GetEnvironmentVariable", StringComparison.Ordinal));
    }

    [Fact]
    public void every_value_is_explained_and_what_has_no_value_is_optional()
    {
        using var sample = Read();
        var about = About();
        var given = sample
            .RootElement.GetProperty("Values")
            .EnumerateObject()
            .Select(value => value.Name.Replace("Merchants__JT01__", "Merchants__{id}__", StringComparison.Ordinal))
            .ToList();

        given.Except(about.Keys).ShouldBeEmpty();
        about.Keys.Except(given).ShouldAllBe(name => about[name].StartsWith("Optional: ", StringComparison.Ordinal));
    }

    [Fact]
    public void no_setting_is_explained_twice() =>
        AboutName()
            .Matches(Repository.Read("local.settings.sample.json").Split("\"Values\"")[0])
            .Select(match => match.Value)
            .ShouldBeUnique();

    private static Dictionary<string, string> About()
    {
        using var sample = Read();
        return sample
            .RootElement.GetProperty("_about")
            .EnumerateObject()
            .Where(about => about.Name != "_")
            .ToDictionary(about => about.Name, about => about.Value.GetString()!);
    }

    private static JsonDocument Read() => JsonDocument.Parse(Repository.Read("local.settings.sample.json"));

    [GeneratedRegex("""^ +"[^"]+":""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AboutName();
}
