using System.Reflection;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Functions.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaymentGateway.Http;
using PaymentGateway.Telemetry;
using PaymentOperations;
using PaymentOperations.Merchants;

namespace Functions.Tests.Settings;

/// <summary>The settings that the app really reads: every name that a configuration is asked for while the app's services are made and checked, and the names in trigger attributes.</summary>
internal static class ReadSettings
{
    private const string Unknown = "is not a setting. The settings of a merchant are ";

    public static IReadOnlySet<string> Names { get; } = Find();

    private static HashSet<string> Find()
    {
        var byIdentity = new Recorder(("AzureWebJobsStorage:accountName", "account"));
        using (var services = Services(byIdentity))
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            _ = services.GetRequiredService<TableServiceClient>();
            _ = services.GetRequiredService<QueueServiceClient>();
            _ = services.GetRequiredService<BlobServiceClient>();
        }

        var byNothing = new Recorder(("Merchants:JT01:Nope", "x"));
        using (var services = Services(byNothing))
        {
            var refused = Should.Throw<AggregateException>(services.GetRequiredService<IStartupValidator>().Validate);
            return
            [
                .. byIdentity.Asked.Concat(byNothing.Asked).Select(General),
                .. OfMerchants(refused.ToString()),
                .. Triggers(),
            ];
        }
    }

    private static ServiceProvider Services(Recorder recorder)
    {
        var configuration = new ConfigurationRoot([recorder]);
        return new ServiceCollection()
            .AddLogging()
            .AddTelemetry(configuration)
            .AddMerchants(configuration)
            .AddPaymentOperations(configuration)
            .AddHttpSurface(configuration)
            .BuildServiceProvider();
    }

    // Merchants' settings are enumerated, not asked for by name; the error of an unknown one lists them all.
    private static IEnumerable<string> OfMerchants(string error)
    {
        var start = error.IndexOf(Unknown, StringComparison.Ordinal) + Unknown.Length;
        start.ShouldBeGreaterThan(Unknown.Length);
        var names = error[start..error.IndexOf('.', start)].Split(", ");
        return names.Select(name => General($"Merchants__{{id}}__{name}"));
    }

    private static IEnumerable<string> Triggers() =>
        FunctionMethods
            .All.SelectMany(method => method.GetParameters())
            .SelectMany(
                IEnumerable<string?> (parameter) =>
                    [
                        parameter.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule,
                        parameter.GetCustomAttribute<QueueTriggerAttribute>()?.QueueName,
                    ]
            )
            .Where(text => text is ['%', .., '%'])
            .Select(text => text!.Trim('%'));

    private static string General(string name) =>
        name.Replace(":", "__", StringComparison.Ordinal).Split("__") switch
        {
            ["OperationTimes", _] => "OperationTimes__{name}",
            ["EventTimes", _] => "EventTimes__{name}",
            ["Limits", _] => "Limits__{name}",
            ["Reconciliation", _] => "Reconciliation__{name}",
            ["AzureWebJobsStorage", _] => "AzureWebJobsStorage__{name}",
            ["Merchants", "{id}", "Protocol", _, _] => "Merchants__{id}__Protocol__{api}__{name}",
            var parts => string.Join("__", parts),
        };

    private sealed class Recorder : ConfigurationProvider
    {
        public Recorder(params (string Name, string Value)[] settings)
        {
            Data["KeyVault:Uri"] = "https://name.vault.azure.net/";
            Data["Public:BaseUrl"] = "https://pay.example.com";
            Data["Merchants:JT01:Environment"] = "sandbox";
            // A section is bound only if something is there.
            Data["OperationTimes:Claim"] = "00:01:30";
            Data["EventTimes:Timeout"] = "00:00:05";
            Data["Reconciliation:Hour"] = "20";
            Data["InstallmentOptions:CacheFor"] = "00:01:00";
            Data["Public:DocsUrl"] = "/docs";
            Data["Limits:KeyBurst"] = "500";
            Data["Notifications:AllowedAddresses"] = "203.0.113.0/24";
            foreach (var (name, value) in settings)
                Data[name] = value;
        }

        private readonly HashSet<string> asked = [];

        /// <summary>The names that were asked for, but for the heads of sections and the merchants'.</summary>
        public IEnumerable<string> Asked =>
            asked.Where(name =>
                !name.StartsWith("Merchants", StringComparison.Ordinal)
                && !asked.Any(other => other.StartsWith($"{name}:", StringComparison.Ordinal) && name != "AzureWebJobsStorage")
            );

        public override bool TryGet(string key, out string? value)
        {
            asked.Add(key);
            return base.TryGet(key, out value);
        }
    }
}
