using System.Text.Json.Nodes;
using Infra.Tests.Bicep;
using Infra.Tests.Support;

namespace Infra.Tests.Resources;

public sealed class SettingsTests(CompiledTemplate template)
{
    // Read by the Functions host, the worker's telemetry and the Azure SDK, not by our code.
    private static readonly string[] OfThePlatform =
    [
        "AzureWebJobsStorage__accountName",
        "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__clientId",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "AZURE_CLIENT_ID",
        "AzureWebJobsDisableHomepage",
        "OTEL_TRACES_SAMPLER",
        "OTEL_TRACES_SAMPLER_ARG",
    ];

    // Flex Consumption has properties of the app for these; as settings they break a deployment.
    private static readonly string[] NotOnFlexConsumption =
    [
        "AzureWebJobsStorage",
        "FUNCTIONS_EXTENSION_VERSION",
        "FUNCTIONS_WORKER_RUNTIME",
        "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING",
        "WEBSITE_CONTENTSHARE",
        "WEBSITE_RUN_FROM_PACKAGE",
    ];

    [Fact]
    public void Every_setting_that_the_code_needs_is_set()
    {
        SampleSettings.Required.ShouldContain("KeyVault__Uri");
        foreach (var sut in Predicted.Both)
        {
            var names = Names(sut);
            SampleSettings
                .Required.Where(required => !names.Any(name => SampleSettings.Means(required, name)))
                .ShouldBeEmpty("local.settings.sample.json marks these neither 'Optional:' nor 'Local only:'.");
        }
    }

    [Fact]
    public void No_setting_is_set_that_nobody_reads_or_that_is_for_laptops()
    {
        var known = SampleSettings.All.Except(SampleSettings.LocalOnly).ToList();
        foreach (var sut in Predicted.Both)
        {
            var own = Names(sut).Except(OfThePlatform).ToList();

            own.Where(name => !known.Any(sample => SampleSettings.Means(sample, name))).ShouldBeEmpty();
            own.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void The_platforms_own_settings_are_exactly_these()
    {
        foreach (var sut in Predicted.Both)
        {
            Names(sut).Intersect(OfThePlatform).ShouldBe(OfThePlatform, ignoreOrder: true);
            Names(sut).Intersect(NotOnFlexConsumption, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();
            Names(sut).ShouldBeUnique();
        }
    }

    [Fact]
    public void The_host_shows_no_page_and_keeps_few_of_its_own_traces()
    {
        foreach (var sut in Predicted.Both)
        {
            Value(sut, "AzureWebJobsDisableHomepage").ShouldBe("true");
            Value(sut, "OTEL_TRACES_SAMPLER").ShouldBe("microsoft.rate_limited");
            Value(sut, "OTEL_TRACES_SAMPLER_ARG").ShouldBe("0.05");
        }
    }

    [Fact]
    public void The_sweep_runs_every_minute_and_2C2P_is_told_an_https_address()
    {
        foreach (var sut in Predicted.Both)
        {
            Value(sut, "SweepSchedule").ShouldBe("0 * * * * *");
            Value(sut, "Public__BaseUrl").ShouldStartWith("https://");
        }

        Value(Predicted.Dev, "Public__BaseUrl")
            .ShouldBe($"https://{Predicted.Text(Predicted.Dev.Single("Microsoft.Web/sites")["name"])}.azurewebsites.net");
    }

    // A deployment replaces all settings of the app: one that is set by hand would be gone with the next push to main.
    [Fact]
    public async Task Every_optional_setting_can_be_a_parameter()
    {
        var optional = SampleSettings
            .All.Except(SampleSettings.Required)
            .Except(SampleSettings.LocalOnly)
            .Where(name => !name.StartsWith("Merchants__", StringComparison.Ordinal))
            .Where(name => !Names(Predicted.Dev).Any(set => SampleSettings.Means(name, set)))
            .Select(name => name.Replace("{name}", "Any", StringComparison.Ordinal))
            .ToList();
        using var copy = new FolderCopy(Repository.Infra);
        var parameters = Path.Combine(copy.Path, "main.dev.bicepparam");
        await File.AppendAllTextAsync(
            parameters,
            $"param settings = {{\n{string.Concat(optional.Select(name => $"  {name}: 'a value'\n"))}}}\n",
            TestContext.Current.CancellationToken
        );

        var snapshot = await BicepCli.RunInAsync(copy.Path, "snapshot", parameters, "--mode", "overwrite");

        snapshot.ShouldSucceed();
        var sut = await File.ReadAllTextAsync(
            Path.Combine(copy.Path, "main.dev.snapshot.json"),
            TestContext.Current.CancellationToken
        );
        optional.ShouldContain("Notifications__AllowedAddresses");
        optional.ShouldContain("Limits__Any");
        optional.Where(name => !sut.Contains($"\"name\": \"{name}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_merchant_is_written_with_the_names_that_the_code_reads()
    {
        const string prefix = "Merchants__{id}__";

        var definitions = (await template.RootAsync())["definitions"]!.AsObject();
        var settings = definitions.Single(definition => definition.Key.EndsWith("settingsType", StringComparison.Ordinal));
        var names = settings.Value!["properties"]!.AsObject().Select(property => property.Key);

        names.ShouldBe(
            SampleSettings
                .All.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(name => name[prefix.Length..].Split("__")[0])
                .Distinct(),
            ignoreOrder: true
        );
    }

    private static List<string> Names(Predicted sut) => [.. All(sut).Select(setting => Predicted.Text(setting["name"]))];

    private static string Value(Predicted sut, string name) =>
        Predicted.Text(All(sut).Single(setting => Predicted.Text(setting["name"]) == name)["value"]);

    private static IEnumerable<JsonNode> All(Predicted sut) =>
        sut.Single("Microsoft.Web/sites")["properties"]!["siteConfig"]!["appSettings"]!.AsArray().Select(setting => setting!);
}
