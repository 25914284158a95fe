using System.Text.Json;
using System.Web;
using System.Xml.Linq;
using Azure.Core;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Tests.Support;

/// <summary>What storage requests are about.</summary>
internal static class StorageRequests
{
    public static bool IsWrite(this Request request) => request.Method != RequestMethod.Get;

    /// <summary>A ledger transaction.</summary>
    public static bool IsTransaction(this Request request) => request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal);

    public static bool IsOn(this Request request, string table) =>
        request.Uri.Path.Contains($"/{table}", StringComparison.Ordinal);

    /// <summary>The pointer that a request puts on a queue, or null.</summary>
    public static SentPointer? Pointer(this Request request)
    {
        if (request.Method != RequestMethod.Post || !request.Uri.Path.EndsWith("/messages", StringComparison.Ordinal))
            return null;

        using var body = new MemoryStream();
        request.Content!.WriteTo(body, CancellationToken.None);
        body.Position = 0;
        var text = XElement.Load(body).Element("MessageText")!.Value;
        var message = JsonSerializer.Deserialize(Convert.FromBase64String(text), OperationRowJson.Default.OperationMessage);
        var delay = HttpUtility.ParseQueryString(request.Uri.Query)["visibilitytimeout"];
        return new SentPointer(
            request.Uri.Path.Split('/')[^2],
            message!,
            TimeSpan.FromSeconds(int.Parse(delay ?? "0", System.Globalization.CultureInfo.InvariantCulture))
        );
    }
}

/// <summary>A pointer that was put on a queue.</summary>
internal sealed record SentPointer(string Queue, OperationMessage Message, TimeSpan Delay);
