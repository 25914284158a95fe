// Refunds and follows the refund to its end: dotnet run docs/samples/csharp/refund.cs [invoiceNo] [amount] [Idempotency-Key]
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

const int Attempts = 5;
var gateway = Environment.GetEnvironmentVariable("GATEWAY_URL") ?? "http://127.0.0.1:7071/api";
var merchant = Environment.GetEnvironmentVariable("GATEWAY_MERCHANT") ?? "JT01";
using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
http.DefaultRequestHeaders.Add("X-Api-Key", Environment.GetEnvironmentVariable("GATEWAY_API_KEY") ?? "sandbox-JT01");

// One key for each refund that you mean: keep it with the order before you send. Repeating with it never refunds twice.
var invoiceNo = args.ElementAtOrDefault(0) ?? "INV-SETTLED-1";
var amount = decimal.Parse(args.ElementAtOrDefault(1) ?? "10.00", CultureInfo.InvariantCulture);
var key = args.ElementAtOrDefault(2) ?? "order-1001-csharp";

var refund = await AskAsync(() =>
    new HttpRequestMessage(HttpMethod.Post, $"{gateway}/merchants/{merchant}/refunds")
    {
        Headers = { { "Idempotency-Key", key } },
        Content = new StringContent(
            new JsonObject { ["invoiceNo"] = invoiceNo, ["amount"] = amount }.ToJsonString(),
            Encoding.UTF8,
            "application/json"
        ),
    }
);
Console.WriteLine($"refund {refund["id"]}");

while (!(bool)refund["needsReview"]! && (string)refund["status"]! is "accepted" or "submitting" or "unknown")
{
    await Task.Delay(TimeSpan.FromSeconds(1));
    var id = refund["id"];
    refund = await AskAsync(() => new HttpRequestMessage(HttpMethod.Get, $"{gateway}/merchants/{merchant}/refunds/{id}"));
}

var what = string.Create(CultureInfo.InvariantCulture, $"{(decimal)refund["amount"]!:F2} of {refund["invoiceNo"]}");
if ((bool)refund["needsReview"]!)
    return Stop(4, $"needsReview {what}: {refund["reviewReason"]}");
return (string)refund["status"]! switch
{
    "pending" => Stop(4, $"pending {what}: 2C2P has not decided; ask again later"),
    "failed" => Stop(1, $"failed {what}: {refund["gateway"]?["respCode"]} {refund["gateway"]?["respDesc"]}"),
    _ => Stop(0, $"succeeded {what}: 2C2P's reference {refund["gateway"]!["refundReferenceNo"]}"),
};

// Repeats what had no answer, and what the answer calls retryable; every other problem ends the program.
async Task<JsonNode> AskAsync(Func<HttpRequestMessage> request)
{
    for (var attempt = 1; ; attempt++)
    {
        var problem = "no answer";
        var wait = TimeSpan.FromSeconds(Math.Min(1 << (attempt - 1), 8));
        try
        {
            using var response = await http.SendAsync(request());
            var text = await response.Content.ReadAsStringAsync();
            if (response.IsSuccessStatusCode)
                return JsonNode.Parse(text)!;
            var answer = text.StartsWith('{')
                ? JsonNode.Parse(text)!
                : new JsonObject
                {
                    ["code"] = "no_problem",
                    ["detail"] = text,
                    ["retryable"] = response.StatusCode >= HttpStatusCode.InternalServerError,
                };
            problem = $"problem {(int)response.StatusCode} {answer["code"]}: {answer["detail"]}";
            if (!(bool)answer["retryable"]!)
            {
                var errors =
                    from field in answer["errors"]?.AsObject() ?? []
                    from each in field.Value!.AsArray()
                    select $"  {field.Key}: {each}";
                Environment.Exit(Stop(1, [problem, .. errors]));
            }
            wait = response.Headers.RetryAfter?.Delta ?? wait;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or TaskCanceledException)
        {
            // Whether it arrived is not known: the same request with the same key finds out.
        }
        if (attempt == Attempts)
            Environment.Exit(Stop(3, problem));
        Console.Error.WriteLine($"{problem}; the same again in {wait.TotalSeconds} s");
        await Task.Delay(wait);
    }
}

static int Stop(int code, params string[] lines)
{
    Console.WriteLine(string.Join('\n', lines));
    return code;
}
