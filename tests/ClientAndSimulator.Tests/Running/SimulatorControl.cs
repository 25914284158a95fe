using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ClientAndSimulator.Tests.Running;

/// <summary>The simulator's control API: what the gateway holds, and how it is to misbehave.</summary>
public sealed class SimulatorControl : IDisposable
{
    private readonly HttpClient http;

    public SimulatorControl(Uri simulator)
    {
#pragma warning disable RS0030 // Tests have no service provider to ask for a factory; this is their only client.
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
        {
            BaseAddress = new Uri(simulator, "_control/"),
        };
#pragma warning restore RS0030
    }

    public Task<string> GatewayCertificateAsync() => http.GetStringAsync("gateway-certificate");

    public Task<string> GatewayJoseCertificateAsync() => http.GetStringAsync("jose/gateway-key");

    /// <summary>Uploads a merchant's key of the new generation and sets it as default.</summary>
    public Task UploadAsync(string merchantId, string pem) => PutTextAsync($"jose/merchants/{merchantId}/keys/first", pem);

    public async Task PutTextAsync(string path, string text)
    {
        using var response = await http.PutAsync(path, new StringContent(text));
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    /// <summary>The answer as it comes; the caller looks at its status.</summary>
    public Task<HttpResponseMessage> PostTextAsync(string path, string text) => http.PostAsync(path, new StringContent(text));

    public async Task RegisterAsync(string merchantId, string secretKey, string certificatePem)
    {
        using var key = await http.PutAsJsonAsync($"merchants/{merchantId}", new { secretKey });
        key.EnsureSuccessStatusCode();
        using var certificate = await http.PutAsync($"merchants/{merchantId}/certificate", new StringContent(certificatePem));
        certificate.EnsureSuccessStatusCode();
    }

    public async Task PostAsync(string path, JsonObject body)
    {
        using var response = await http.PostAsJsonAsync(path, body);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    public async Task<JsonNode> ReadAsync(string path) => JsonNode.Parse(await http.GetStringAsync(path))!;

    public async Task<bool> HasAsync(string path)
    {
        using var response = await http.GetAsync(path);
        return response.IsSuccessStatusCode;
    }

    public void Dispose() => http.Dispose();
}
