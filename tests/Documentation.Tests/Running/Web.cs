namespace Documentation.Tests.Running;

/// <summary>HTTP on this machine: no proxy, no redirects.</summary>
internal static class Web
{
    public static HttpClient Client(string? apiKey = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        if (apiKey is not null)
            client.DefaultRequestHeaders.Add("X-Api-Key", apiKey);
        return client;
    }
}
