using System.Net.Sockets;
using System.Text;

namespace Functions.Tests.Support;

/// <summary>Requests byte by byte, for what HttpClient would tidy up.</summary>
internal static class RawHttp
{
    public static async Task<string> SendAsync(Uri address, string head, string body = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        var text = $"{head.ReplaceLineEndings("\r\n")}\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n{body}";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
