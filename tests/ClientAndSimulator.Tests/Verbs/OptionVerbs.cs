using System.Text.Json.Nodes;
using ClientAndSimulator.Tests.Running;
using TwoC2P.InstallmentOptions;
using TwoC2P.Outcomes;

namespace ClientAndSimulator.Tests.Verbs;

/// <summary>Instalment options: one request, all options.</summary>
internal static class OptionVerbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [new("Options Get", SeedAsync, async meeting => Ending.Of(await GetAsync(meeting)))];

    public static Task SeedAsync(Meeting meeting) =>
        meeting.SeedAsync(
            "banks",
            new JsonObject
            {
                ["banks"] = new JsonArray(
                    Bank(
                        "First & Bank",
                        "FIRST",
                        ["411111", "455633"],
                        Option("1", "3", "0.00", "-1.00"),
                        Option("2", "6", "0.80", "0.5")
                    ),
                    Bank("Second Bank", "SECOND", ["544485"], Option("1", "10", "-1.00", "0.9900"))
                ),
            }
        );

    public static Task<GatewayOutcome<InstallmentOptionsResponse>> GetAsync(Meeting meeting) =>
        meeting
            .Client<IInstallmentOptionClient>()
            .GetAsync(meeting.Merchant, Meeting.Deadline, TestContext.Current.CancellationToken);

    private static JsonObject Bank(string name, string shortName, JsonArray bins, params JsonNode[] options) =>
        new()
        {
            ["bankName"] = name,
            ["bankShortName"] = shortName,
            ["bankLogoUrl"] = $"https://images.example/{shortName}.png",
            ["bankPromoUrl"] = $"https://images.example/{shortName}-promo.png",
            ["bankTerms"] = $"Terms of {shortName}",
            ["bins"] = bins,
            ["installmentOptions"] = new JsonArray(options),
        };

    private static JsonObject Option(string id, string months, string merchantRate, string customerRate) =>
        new()
        {
            ["id"] = id,
            ["installmentPeriod"] = months,
            ["merInterestRate"] = merchantRate,
            ["cusInterestRate"] = customerRate,
            ["minAmount"] = "500.00",
            ["currencyCode"] = "THB",
            ["validFrom"] = "2026-01-01",
            ["validUntil"] = "2027-12-31",
        };
}
