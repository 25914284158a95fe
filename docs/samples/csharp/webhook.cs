#:sdk Microsoft.NET.Sdk.Web
// Receives webhooks: dotnet run docs/samples/csharp/webhook.cs   (docs/webhooks.md says what they are)
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

var port = Environment.GetEnvironmentVariable("PORT") ?? "8080";

// The sandbox's own secret; yours is in your vault.
var secret = Environment.GetEnvironmentVariable("WEBHOOK_SECRET") ?? "whsec_d2ViaG9va3Mgb2YgdGhlIHNhbmRib3gncyBKVDAx";
var tolerance = TimeSpan.FromMinutes(5);

// The ids that were taken. In a shop: a table with a unique key, written in the transaction that does the work.
var taken = new ConcurrentDictionary<string, byte>();

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
var app = builder.Build();
app.MapPost("/{**any}", ReceiveAsync);
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"listening on http://127.0.0.1:{port}/"));
app.Run($"http://127.0.0.1:{port}");

async Task ReceiveAsync(HttpContext http)
{
    using var raw = new MemoryStream();
    await http.Request.Body.CopyToAsync(raw);
    var body = raw.ToArray();

    var refused = Refusal(http.Request.Headers, body);
    http.Response.StatusCode = refused is null ? StatusCodes.Status204NoContent : StatusCodes.Status401Unauthorized;
    await http.Response.CompleteAsync();

    var id = http.Request.Headers["webhook-id"].ToString();
    if (refused is not null)
        Console.WriteLine($"refused: {refused}");
    else if (!taken.TryAdd(id, 0))
        Console.WriteLine($"repeated {id}");
    else
        Work(JsonNode.Parse(body)!);
}

// Runs after the answer has left.
void Work(JsonNode message) =>
    Console.WriteLine($"{message["type"]} {message["data"]!["invoiceNo"]} order {message["order"]} {message["data"]!["status"]}");

// The reason why a message is not believed; null when it is genuine.
string? Refusal(IHeaderDictionary headers, byte[] body)
{
    var (id, timestamp, signatures) = (
        headers["webhook-id"].ToString(),
        headers["webhook-timestamp"].ToString(),
        headers["webhook-signature"].ToString()
    );
    if (id.Length == 0 || timestamp.Length == 0 || signatures.Length == 0)
        return "headers";
    if (
        !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        || Math.Abs(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - seconds) > tolerance.TotalSeconds
    )
        return "timestamp";

    var key = Convert.FromBase64String(secret["whsec_".Length..]);
    byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
    var expected = HMACSHA256.HashData(key, signed);
    var text = Encoding.ASCII.GetBytes($"v1,{Convert.ToBase64String(expected)}");
    // While a secret is rotated there are two signatures: one that fits is enough.
    return signatures.Split(' ').Any(each => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(each), text))
        ? null
        : "signature";
}
