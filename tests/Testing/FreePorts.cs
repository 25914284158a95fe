using System.Net;
using System.Net.Sockets;

namespace Testing;

/// <summary>Ports on 127.0.0.1 that nothing listens on at the moment of asking.</summary>
public static class FreePorts
{
    public static int One() => Many(1)[0];

    /// <summary>Holds all of them at the same time, so they differ from one another.</summary>
    public static int[] Many(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            listeners.ForEach(listener => listener.Start());
            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }
}
