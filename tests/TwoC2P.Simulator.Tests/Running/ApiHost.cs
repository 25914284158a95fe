using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace TwoC2P.Simulator.Tests.Running;

/// <summary>Calls to the APIs beside payments.</summary>
internal static class ApiHost
{
    public static async Task<XElement> CallAsync(this SimulatorHost host, ApiRequest request)
    {
        var envelope = Convert.ToBase64String(Encoding.UTF8.GetBytes(request.Xml()));
        var text = await host.PostAsync(SimulatorHost.Base64Path, envelope);
        return XElement.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(text)));
    }

    public static async Task<JsonObject> CallAsync(this SimulatorHost host, QuickPayRequest request, string? path = null)
    {
        using var body = new StringContent(request.Base64(), Encoding.UTF8, "text/plain");
        using var response = await host.Client.PostAsync(path ?? request.Path, body);
        response.EnsureSuccessStatusCode();
        return Open(await response.Content.ReadAsStringAsync());
    }

    /// <summary>The fields under the answer's only key.</summary>
    public static JsonObject Open(string base64)
    {
        var document = JsonNode.Parse(Convert.FromBase64String(base64))!.AsObject();
        return document.ShouldHaveSingleItem().Value!.AsObject();
    }

    public static string Text(this XElement answer, string name) => answer.Element(name)?.Value ?? "";

    public static string Text(this JsonObject answer, string name) => answer[name]?.GetValue<string>() ?? "";

    /// <summary>Checks the hash over these fields in this order, as a merchant's client would.</summary>
    public static bool IsSigned(this XElement answer, string algorithm, params string[] order) =>
        string.Equals(
            answer.Text("hashValue"),
            ApiRequest.Mac(algorithm, "7jYcp4FxFdf0", string.Concat(order.Select(name => answer.Text(name)))),
            StringComparison.OrdinalIgnoreCase
        );

    /// <summary>QuickPay's answers are signed in upper case over the order given, between version, timeStamp and the result.</summary>
    public static bool IsSigned(this JsonObject answer, params string[] order)
    {
        string[] whole = ["version", "timeStamp", .. order, "resCode", "resDesc"];
        return answer.Text("hashValue") == ApiRequest.Mac("sha1", "7jYcp4FxFdf0", string.Concat(whole.Select(answer.Text)));
    }
}
