using System.Text;
using EndToEnd.Tests.QuickPay;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Security.Leaks;

/// <summary>Requests with a card number where none belongs.</summary>
internal static class WrongPlaces
{
    private const string Json = "application/json";
    private const string AnyId = "0199ffff-0000-7000-8000-0000000000c4";

    private static readonly (string Method, string Path, string? Body, string Type)[] All =
    [
        ("GET", "payments?invoiceNo=<pan>", null, Json),
        ("GET", "cards/<pan>", null, Json),
        ("PATCH", "cards/<pan>", """{"panBank":"UOB"}""", Json),
        ("PATCH", "cards/1001", """{"panBank":"<pan>"}""", Json),
        ("DELETE", "cards/<pan>", null, Json),
        ("GET", "recurring-plans/<pan>", null, Json),
        ("GET", $"{LinkWorld.Links}/<pan>", null, Json),
        ("POST", $"{LinkWorld.Links}/1001/send", """{"emails":["a@shop.example"],"emailMessage":"<groups>"}""", Json),
        ("GET", "operations/<pan>", null, Json),
        ("GET", "operations?cursor=<pan>", null, Json),
        ("GET", "operations?<pan>=1", null, Json),
        ("GET", "events?after=<pan>", null, Json),
        ("GET", "reconciliations/<pan>", null, Json),
        ("GET", "<pan>", null, Json),
        ("GET", "installment-options?bin=<pan>", null, Json),
        ("POST", "cards", """{"pan":"<groups>"}""", Json),
        ("POST", "cards", """{"pan":<pan>}""", Json),
        ("POST", "cards", """{"pan":"<pan>","cardholderName":"<pan>"}""", Json),
        ("POST", "cards", "pan=<pan>", "application/x-www-form-urlencoded"),
        ("POST", "refunds", """{"invoiceNo":"<pan>","amount":1.00,"<pan>":"<pan>"}""", Json),
        ("POST", "refunds", """{"invoiceNo":"INV-1","amount":1.00,"reason":"card <pan>"}""", Json),
        ("POST", "refunds", """{"invoiceNo":"INV-1","amount":1.00,"metadata":{"card":"<groups>"}}""", Json),
        ("POST", "refunds", """{"invoiceNo":"INV-1","amount":<pan>}""", Json),
        ("POST", "refunds", """{"invoiceNo":"INV-1","reason":"<pan>""", Json),
        ("POST", $"operations/{AnyId}/resolution", """{"outcome":"failed","actor":"<pan>","reason":"<groups>"}""", Json),
    ];

    /// <summary>One of them, each in its turn; the number also stands in every header that a log might repeat.</summary>
    public static HttpRequestMessage Request(int index, Uri app, WorldMerchant merchant, string pan)
    {
        var groups = string.Join(' ', pan.Chunk(4).Select(group => new string(group)));
        var (method, path, body, type) = All[index % All.Length];
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(app, $"api/merchants/{merchant.Id}/{Fill(path)}"));
        request.Headers.Add("X-Api-Key", merchant.ApiKey);
        request.Headers.Add("Idempotency-Key", $"{pan} {ShopClient.NewKey()}");
        request.Headers.Add("User-Agent", $"shop/{pan}");
        request.Headers.Add("Referer", $"https://shop.example/{pan}");
        request.Headers.Add("Cookie", $"card={pan}");
        request.Headers.Add("baggage", $"card={pan}");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        request.Headers.Add("tracestate", $"shop={pan}");
        if (body is not null)
            request.Content = new StringContent(Fill(body), Encoding.UTF8, type);
        return request;

        string Fill(string text) =>
            text.Replace("<pan>", pan, StringComparison.Ordinal).Replace("<groups>", groups, StringComparison.Ordinal);
    }
}
