using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Testing;

namespace Documentation.Tests.Running;

/// <summary>What tests need to have at 2C2P, and how it got there.</summary>
internal static class Refunds
{
    /// <summary>A settled payment under a number that no other test uses.</summary>
    public static async Task<string> NewInvoiceAsync(DocumentedSandbox world, string channel = "card")
    {
        var invoiceNo = $"DOC-{RandomNumberGenerator.GetHexString(12)}";
        using var http = Web.Client();
        using var response = await http.PostAsJsonAsync(
            new Uri(world.Sandbox.Simulator.Address, "_control/transactions"),
            new
            {
                merchantId = "JT01",
                invoiceNo,
                amount = "100.00",
                status = "S",
                channel,
            }
        );
        response.EnsureSuccessStatusCode();
        return invoiceNo;
    }

    /// <summary>The refunds that the simulator has of a payment.</summary>
    public static async Task<JsonArray> OfAsync(DocumentedSandbox world, string invoiceNo)
    {
        using var http = Web.Client();
        var record = await http.GetFromJsonAsync<JsonNode>(
            new Uri(world.Sandbox.Simulator.Address, $"_control/transactions/{invoiceNo}?merchantId=JT01")
        );
        return record!["refunds"]!.AsArray();
    }

    /// <summary>Refunds of one payment, done.</summary>
    /// <returns>The payment's invoice number.</returns>
    public static async Task<string> SucceedAsync(DocumentedSandbox world, int times = 1)
    {
        var invoiceNo = await NewInvoiceAsync(world);
        using var http = Web.Client("sandbox-JT01");
        for (var number = 1; number <= times; number++)
            await SucceedAsync(world, http, invoiceNo, $"{invoiceNo}-{number}");
        return invoiceNo;
    }

    private static async Task SucceedAsync(DocumentedSandbox world, HttpClient http, string invoiceNo, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{world.Api}/merchants/JT01/refunds")
        {
            Headers = { { "Idempotency-Key", key } },
            Content = JsonContent.Create(new { invoiceNo, amount = 10.00m }),
        };
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var location = new Uri(world.Sandbox.App.Address, response.Headers.Location!);
        await Eventually.IsTrueAsync(async () =>
            (await http.GetFromJsonAsync<JsonNode>(location))!["status"]!.ToString() == "succeeded"
        );
    }
}
