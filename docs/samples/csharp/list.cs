// Lists operations, all pages: dotnet run docs/samples/csharp/list.cs ['kind=refund&limit=20']   (docs/finding.md has all filters)
using System.Globalization;
using System.Text.Json.Nodes;

var gateway = Environment.GetEnvironmentVariable("GATEWAY_URL") ?? "http://127.0.0.1:7071/api";
var merchant = Environment.GetEnvironmentVariable("GATEWAY_MERCHANT") ?? "JT01";
using var http = new HttpClient();
http.DefaultRequestHeaders.Add("X-Api-Key", Environment.GetEnvironmentVariable("GATEWAY_API_KEY") ?? "sandbox-JT01");

var query = args.ElementAtOrDefault(0) ?? "";
var (count, pages) = (0, 0);
string? cursor = null;
do
{
    var next = cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}";
    using var response = await http.GetAsync($"{gateway}/merchants/{merchant}/operations?{query}{next}");
    var page = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    if (!response.IsSuccessStatusCode)
    {
        Console.WriteLine($"problem {(int)response.StatusCode} {page["code"]}: {page["detail"]}");
        return 1;
    }
    foreach (var one in page["items"]!.AsArray())
    {
        var amount = ((decimal?)one!["amount"])?.ToString("F2", CultureInfo.InvariantCulture) ?? "-";
        Console.WriteLine($"{one["createdAt"]} {one["kind"]} {one["status"]} {amount} {one["invoiceNo"]} {one["id"]}");
        count++;
    }
    pages++;
    // A page may be short, even empty, before the last one: only the cursor says whether there is more.
    cursor = (string?)page["nextCursor"];
} while (cursor is not null);
Console.WriteLine($"{count} operations on {pages} pages");
return 0;
