namespace TwoC2P.Simulator.Tests.Running;

internal static class Http
{
    /// <summary>A client that shows redirects instead of following them.</summary>
    public static HttpClient ClientFor(Uri address)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
#pragma warning disable RS0030 // Tests have no service provider to ask for a factory; this is their only client.
        return new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
#pragma warning restore RS0030
    }
}
