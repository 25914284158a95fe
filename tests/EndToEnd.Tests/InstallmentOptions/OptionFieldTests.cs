using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.InstallmentOptions;

/// <summary>Each field of the published answer about instalment options (Vectors/fields.csv) reaches the shop, but for the envelope. Good answers are kept for a minute: this merchant is asked only here.</summary>
public abstract class OptionFieldTests(World world, string envelope)
{
    public sealed class Base64(World world) : OptionFieldTests(world, Envelopes.Base64);

    public sealed class Jose(World world) : OptionFieldTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Options.In(envelope);

    private static readonly Dictionary<string, Func<JsonNode, string?>> Shown = new(StringComparer.Ordinal)
    {
        ["respCode"] = answer => answer["gateway"]!["respCode"]!.ToString(),
        ["respReason"] = answer => answer["gateway"]!["respDesc"]!.ToString(),
        ["ippBanks"] = answer => string.Join(',', answer["banks"]!.AsArray().Select(bank => bank!["bankShortName"])),
        ["bankName"] = answer => BankOf(answer)["bankName"]!.ToString(),
        ["bankShortName"] = answer => BankOf(answer)["bankShortName"]!.ToString(),
        ["bankTerms"] = answer => BankOf(answer)["bankTerms"]!.ToString(),
        ["bankLogoUrl"] = answer => BankOf(answer)["bankLogoUrl"]!.ToString(),
        ["bankPromoUrl"] = answer => BankOf(answer)["bankPromoUrl"]!.ToString(),
        ["bins"] = answer => BankOf(answer)["bins"]!.AsArray().Count.ToString(CultureInfo.InvariantCulture),
        ["bin"] = answer => BankOf(answer)["bins"]![0]!.ToString(),
        ["installmentOptions"] = answer =>
            string.Join(',', BankOf(answer)["options"]!.AsArray().Select(option => option!["installmentPeriod"])),
        ["option id"] = answer => OptionOf(answer)["id"]!.ToString(),
        ["option installmentPeriod"] = answer => OptionOf(answer)["installmentPeriod"]!.ToString(),
        ["option merInterestRate"] = answer => $"{OptionOf(answer)["merInterestOffered"]} {OptionOf(answer)["merInterestRate"]}",
        ["option cusInterestRate"] = answer => $"{OptionOf(answer)["cusInterestOffered"]} {OptionOf(answer)["cusInterestRate"]}",
        ["option minAmount"] = answer => OptionOf(answer)["minAmount"]!.ToString(),
        ["option currencyCode"] = answer => OptionOf(answer)["currencyCode"]!.ToString(),
        ["option validFrom"] = answer => OptionOf(answer)["validFrom"]!.ToString(),
        ["option validUntil"] = answer => OptionOf(answer)["validUntil"]!.ToString(),
    };

    private static readonly Dictionary<string, string> Expected = new(StringComparer.Ordinal)
    {
        ["respCode"] = "00",
        ["respReason"] = "All of a row's options",
        ["ippBanks"] = "ROW,OTHER",
        ["bankName"] = "Bank & <row>",
        ["bankShortName"] = "ROW",
        ["bankTerms"] = "Terms of ROW",
        ["bankLogoUrl"] = "https://images.example/ROW.png",
        ["bankPromoUrl"] = "https://images.example/ROW-promo.png",
        ["bins"] = "2",
        ["bin"] = "454617",
        ["installmentOptions"] = "36,6",
        ["option id"] = "42",
        ["option installmentPeriod"] = "36",
        ["option merInterestRate"] = "true 0.12",
        ["option cusInterestRate"] = "false ",
        ["option minAmount"] = "4321",
        ["option currencyCode"] = "JPY",
        ["option validFrom"] = "2026-03-04",
        ["option validUntil"] = "2028-04-05",
    };

    [Fact]
    public async Task Every_value_that_the_gateway_answers_is_in_the_answer_of_the_app()
    {
        await world.Gateway.PostAsync("banks", Seed());
        await world.Gateway.PostAsync("faults", Reason("All of a row's options"));

        var answer = await world.Shop.GetAsync(Merchant, "installment-options");

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        PublishedFields.Of("IppOptionResponse").ShouldBe(Expected.Keys, ignoreOrder: true);
        Shown.ToDictionary(field => field.Key, field => field.Value(answer.Json) ?? "").ShouldBe(Expected, ignoreOrder: true);
    }

    private static JsonNode BankOf(JsonNode answer) => answer["banks"]![0]!;

    private static JsonNode OptionOf(JsonNode answer) => BankOf(answer)["options"]![0]!;

    private JsonObject Reason(string text) =>
        new()
        {
            ["kind"] = "set-fields",
            ["match"] = new JsonObject { ["merchantId"] = Merchant.Id, ["api"] = "IppOption" },
            ["fields"] = new JsonObject { ["respReason"] = text },
        };

    private JsonObject Seed() =>
        new()
        {
            ["merchantId"] = Merchant.Id,
            ["banks"] = new JsonArray(
                Bank("ROW", "Bank & <row>", ["454617", "411111"], Option("42", "36"), Option("43", "6")),
                Bank("OTHER", "Another bank", ["544485"], Option("1", "10"))
            ),
        };

    private static JsonObject Bank(string shortName, string name, JsonArray bins, params JsonNode[] options) =>
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

    private static JsonObject Option(string id, string months) =>
        new()
        {
            ["id"] = id,
            ["installmentPeriod"] = months,
            ["merInterestRate"] = "0.12",
            ["cusInterestRate"] = "-1.00",
            ["minAmount"] = "4321.00",
            ["currencyCode"] = "JPY",
            ["validFrom"] = "2026-03-04",
            ["validUntil"] = "2028-04-05",
        };
}
