using System.Net;
using TwoC2P.Outcomes;

namespace TwoC2P.Transport;

/// <summary>Posts one body to 2C2P, once, within one deadline for connecting, sending and reading.</summary>
internal sealed class GatewayHttp(IHttpClientFactory clients, TimeProvider time)
{
    public const string ClientName = "TwoC2P";
    public const int MaxAnswerBytes = 1024 * 1024;

    public async Task<GatewayReply> PostAsync(
        Uri endpoint,
        byte[] body,
        string mediaType,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        if (deadline <= TimeSpan.Zero || cancellationToken.IsCancellationRequested)
            return new GatewayReply.NeverSent(NeverSentReason.Cancelled);

        using var timeout = new CancellationTokenSource(deadline, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var content = new SingleUseContent(body, mediaType);
        using var client = clients.CreateClient(ClientName);
        // HTTP/2 lets a server hand requests back to be sent again; HTTP/1.1 does not.
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = content,
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        int? status = null;
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ending.Token);
            status = (int)response.StatusCode;
            if (response.StatusCode is not HttpStatusCode.OK)
                return new GatewayReply.Unknown(UnknownReason.HttpStatus, status);

            return await ReadAsync(response.Content, ending.Token) is { } answer
                ? new GatewayReply.Received(answer)
                : new GatewayReply.Unknown(UnknownReason.Unreadable, status);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Sealed untouched: 2C2P has nothing. Otherwise it may have the request, and may act on it after we stopped listening.
            return content.TrySealUnsent()
                ? new GatewayReply.NeverSent(NeverSentReason.Cancelled)
                : new GatewayReply.Unknown(UnknownReason.TimedOut, status);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            // A cancellation that is not ours is the connect time-out. As above: the money can only have moved if the body was given away.
            return content.TrySealUnsent()
                ? new GatewayReply.NeverSent(NeverSentReason.NotConnected)
                : new GatewayReply.Unknown(UnknownReason.ConnectionLost, status);
        }
    }

    /// <summary>The whole body, or null when it is longer than any answer can be.</summary>
    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var answer = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (answer.Length + read > MaxAnswerBytes)
                return null;

            answer.Write(buffer, 0, read);
        }

        return answer.ToArray();
    }
}
