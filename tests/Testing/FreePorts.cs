using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Testing;

/// <summary>
/// Ports on 127.0.0.1 that nothing listens on. They lie below those that systems give to outgoing connections and to whoever asks for any port: one of these, noted now, may be somebody else's a moment later.
/// </summary>
public static class FreePorts
{
    private const int First = 11_000;
    private const int AfterLast = 32_000;

    private static readonly HashSet<int> Given = [];
    private static readonly Lock Gate = new();

    public static int One() => Many(1)[0];

    /// <summary>Differ from one another, and from all that this process was ever given.</summary>
    public static int[] Many(int count)
    {
        lock (Gate)
            return [.. Enumerable.Range(0, count).Select(_ => Next())];
    }

    private static int Next()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, AfterLast);
            if (!Given.Contains(port) && IsFree(port))
            {
                Given.Add(port);
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            // Somebody listens there.
            return false;
        }
    }
}
