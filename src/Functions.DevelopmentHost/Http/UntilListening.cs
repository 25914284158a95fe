using System.Net.Sockets;

namespace DevelopmentHosting.Http;

/// <summary>The worker may be ready before its HTTP server listens: connections that are refused are tried again for a while, as Microsoft's host does.</summary>
internal sealed class UntilListening(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int Tries = 10;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException refused) when (refused.InnerException is SocketException && tried < Tries)
            {
                // Nothing was sent: the body is still whole.
                var pause = FirstPause * tried;
                await Task.Delay(pause < LongestPause ? pause : LongestPause, cancellationToken);
            }
        }
    }
}
