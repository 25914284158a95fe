using System.Net.Http.Headers;
using System.Text;

namespace Operator.Doctor;

/// <summary>Posts one body to 2C2P and tells all of the answer that HTTP has. Nothing that it sends moves money.</summary>
internal sealed class Probe(IHttpClientFactory clients)
{
    public const string ClientName = "doctor";
    private const int MaxBody = 64 * 1024;

    public async Task<ProbeAnswer> PostAsync(Uri endpoint, string body, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);
        client.MaxResponseContentBufferSize = MaxBody;
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        try
        {
            using var response = await client.PostAsync(endpoint, content, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return new ProbeAnswer((int)response.StatusCode, response.Headers.Date, text.Trim(), null);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new ProbeAnswer(
                null,
                null,
                "",
                e is HttpRequestException failed ? failed.HttpRequestError.ToString() : "no answer in time"
            );
        }
    }
}
