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
    public static bool IsTransaction(this Request request) => request.IsTransactionOn("operations");

    /// <summary>A transaction of one table, which only its content names.</summary>
    public static bool IsTransactionOn(this Request request, string table)
    {
        if (!request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
            return false;

        var text = TextOf(request);
        return text.Contains($"/{table}(", StringComparison.Ordinal) || text.Contains($"/{table}?", StringComparison.Ordinal);
    }

    /// <summary>A request that writes pointers to events, alone or with more.</summary>
    public static bool IsAnnouncement(this Request request) =>
        request.IsWrite()
        && (
            request.IsOn("index(") && request.Uri.Path.Contains("event%7C", StringComparison.Ordinal)
            || request.IsTransactionOn("index") && HasEvent(TextOf(request))
        );

    // What is added has its key in the body, what is written over in the address.
    private static bool HasEvent(string text) =>
        text.Contains("event%7C", StringComparison.Ordinal) || text.Contains("\"event|", StringComparison.Ordinal);

    private static string TextOf(Request request)
    {
        using var body = new MemoryStream();
        request.Content!.WriteTo(body, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(body.ToArray());
    }

    public static bool IsOn(this Request request, string table) =>
        request.Uri.Path.Contains($"/{table}", StringComparison.Ordinal);

    /// <summary>The pointer to an operation that a request puts on a queue, or null.</summary>
    public static SentPointer? Pointer(this Request request)
    {
        if (
            !request.IsMessage()
            || request.IsOn(StorageLayout.WebhooksQueue)
            || request.IsOn($"{StorageLayout.ReconciliationsQueue}/")
        )
            return null;

        var delay = HttpUtility.ParseQueryString(request.Uri.Query)["visibilitytimeout"];
        return new SentPointer(
            request.Uri.Path.Split('/')[^2],
            JsonSerializer.Deserialize(request.MessageText(), OperationRowJson.Default.OperationMessage)!,
            TimeSpan.FromSeconds(int.Parse(delay ?? "0", System.Globalization.CultureInfo.InvariantCulture))
        );
    }

    /// <summary>The pointer to a delivery that a request puts on its queue, or null.</summary>
    public static DeliveryMessage? DeliveryPointer(this Request request) =>
        request.IsMessage() && request.IsOn(StorageLayout.WebhooksQueue)
            ? JsonSerializer.Deserialize(request.MessageText(), EventRowJson.Default.DeliveryMessage)
            : null;

    private static bool IsMessage(this Request request) =>
        request.Method == RequestMethod.Post && request.Uri.Path.EndsWith("/messages", StringComparison.Ordinal);

    private static byte[] MessageText(this Request request)
    {
        using var body = new MemoryStream();
        request.Content!.WriteTo(body, CancellationToken.None);
        body.Position = 0;
        var text = XElement.Load(body).Element("MessageText")!.Value;
        return Convert.FromBase64String(text);
    }
}

/// <summary>A pointer that was put on a queue.</summary>
internal sealed record SentPointer(string Queue, OperationMessage Message, TimeSpan Delay);
