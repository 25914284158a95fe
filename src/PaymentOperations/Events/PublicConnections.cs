using System.Net;
using System.Net.Sockets;

namespace PaymentOperations.Events;

/// <summary>
/// Connects to public addresses only. The name is resolved here and the connection made to what was looked at, so that a name cannot lead elsewhere a moment later (DNS rebinding).
/// </summary>
internal static class PublicConnections
{
    public static ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken) =>
        ConnectAsync(context.DnsEndPoint, Dns.GetHostAddressesAsync, cancellationToken);

    /// <exception cref="ForbiddenAddressException">None of the name's addresses is public.</exception>
    internal static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint host,
        Func<string, CancellationToken, Task<IPAddress[]>> resolve,
        CancellationToken cancellationToken
    )
    {
        var addresses = IPAddress.TryParse(host.Host, out var literal) ? [literal] : await resolve(host.Host, cancellationToken);
        IPAddress[] allowed = [.. addresses.Where(PublicAddresses.Contains)];
        if (allowed.Length == 0)
            throw new ForbiddenAddressException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
