using System.Net;
using System.Net.Sockets;
using Functions.Tests.Support;

namespace Functions.Tests.Limits;

/// <summary>Callers that call often, and from other addresses of this machine.</summary>
internal static class Callers
{
    /// <summary>The origin of the page that may use publishable keys.</summary>
    public const string Page = "https://shop.example";

    /// <summary>Gives the merchant keys that a page may carry.</summary>
    public static void AddPublishableKeys(this TestApp app, params IEnumerable<string> keys)
    {
        foreach (var key in keys)
            app.Merchants.Add(FakeMerchants.KeyOf(key, "payments:read") with { Id = key, Publishable = true, Origins = [Page] });
    }

    /// <summary>A client whose connections come from this loopback address.</summary>
    public static HttpClient From(this TestApp app, string address) =>
        new(
            new SocketsHttpHandler
            {
                ConnectCallback = async (context, cancellationToken) =>
                {
                    var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                    try
                    {
                        socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
                        await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                        return new NetworkStream(socket, ownsSocket: true);
                    }
                    catch
                    {
                        socket.Dispose();
                        throw;
                    }
                },
            }
        )
        {
            BaseAddress = new(app.Address, "api/"),
        };

    /// <summary>Sends the same request so many times, each time with this answer.</summary>
    public static async Task ShouldAnswerAsync(this TestApp app, HttpRequestMessage request, HttpStatusCode status, int times = 1)
    {
        for (var count = 0; count < times; count++)
        {
            using var copy = new HttpRequestMessage(request.Method, request.RequestUri);
            foreach (var (name, values) in request.Headers)
                copy.Headers.TryAddWithoutValidation(name, values).ShouldBeTrue();
            using var response = await app.Http.SendAsync(copy);
            response.StatusCode.ShouldBe(status);
        }
    }
}
