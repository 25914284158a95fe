using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Events;

/// <summary>Posts one event to a merchant's receiver, once. Nothing of the address, the body or the answer is told to anybody but as a word or a status code.</summary>
internal sealed class WebhookClient(
    IHttpClientFactory clients,
    ReceiverCircuits circuits,
    IWebhookFormat format,
    EventTimes times,
    TimeProvider time
)
{
    /// <summary>Connects to public addresses only.</summary>
    public const string Live = "webhooks";

    /// <summary>Connects to any address, this machine's too.</summary>
    public const string Sandbox = "webhooks of sandbox merchants";

    /// <param name="merchant">Whose.</param>
    /// <param name="endpoint">Where.</param>
    /// <param name="keys">What it is signed with. Both are live during a rotation.</param>
    /// <param name="told">What.</param>
    /// <param name="cancellationToken">Ends the attempt, which is then no attempt.</param>
    public async Task<(DeliveryResult Result, DeliveryAttempt Attempt)> PostAsync(
        Merchant merchant,
        WebhookEndpoint endpoint,
        IReadOnlyList<WebhookSecret> keys,
        PaymentEvent told,
        CancellationToken cancellationToken
    )
    {
        var at = time.GetUtcNow();
        var body = format.BodyOf(told);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("webhook-id", told.Id.ToString());
        request.Headers.Add("webhook-timestamp", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        // Standard Webhooks, "Signature scheme": several are separated by spaces.
        request.Headers.Add("webhook-signature", string.Join(' ', keys.Select(key => format.Sign(key.Text, told.Id, at, body))));

        var (result, status) = await circuits.TryAsync(merchant.Id, () => SendAsync(merchant, request, cancellationToken));
        return (result, new DeliveryAttempt(time.GetUtcNow(), status, status is null ? WordOf(result) : null));
    }

    private async Task<(DeliveryResult Result, int? Status)> SendAsync(
        Merchant merchant,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(times.Timeout, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var client = clients.CreateClient(merchant.Environment is GatewayEnvironment.Live ? Live : Sandbox);
        try
        {
            // The status says it all: the body is never read.
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ending.Token);
            return (ResultOf(response.StatusCode), (int)response.StatusCode);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (DeliveryResult.TimedOut, null);
        }
        catch (HttpRequestException failure)
        {
            // Whether the receiver has it is not known; it is sent again under the same id.
            return (IsForbidden(failure) ? DeliveryResult.ForbiddenAddress : DeliveryResult.Unreachable, null);
        }
    }

    private static DeliveryResult ResultOf(HttpStatusCode status) =>
        (int)status is >= 200 and <= 299 ? DeliveryResult.Delivered
        : status is HttpStatusCode.Gone ? DeliveryResult.Gone
        : DeliveryResult.Refused;

    private static bool IsForbidden(Exception failure) =>
        failure is ForbiddenAddressException || failure.InnerException is { } inner && IsForbidden(inner);

    /// <summary>The result in metrics and in the record of attempts.</summary>
    public static string WordOf(DeliveryResult result) =>
        result switch
        {
            DeliveryResult.Delivered => "delivered",
            DeliveryResult.Gone => "gone",
            DeliveryResult.Refused => "refused",
            DeliveryResult.TimedOut => "timed_out",
            DeliveryResult.Unreachable => "unreachable",
            DeliveryResult.ForbiddenAddress => "forbidden_address",
            DeliveryResult.NotTried => "not_tried",
        };
}
