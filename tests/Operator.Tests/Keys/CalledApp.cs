using System.Net;
using DevelopmentHosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PaymentGateway.Http.Payments;
using PaymentGateway.Http.Quarantine;
using PaymentGateway.Http.Routing;
using PaymentOperations.Operations;
using TwoC2P;

namespace Operator.Tests.Keys;

/// <summary>The app over real HTTP, with its own middleware and its own reading of the vault. Behind its functions nothing is kept.</summary>
internal sealed class CalledApp : IAsyncDisposable
{
    private readonly DevelopmentHost host;
    private readonly HttpClient http;

    private CalledApp(DevelopmentHost host)
    {
        this.host = host;
        http = new(new SocketsHttpHandler()) { BaseAddress = new(host.Address, "api/merchants/JT01/") };
    }

    public static async Task<CalledApp> StartAsync(IReadOnlyDictionary<string, string?> settings, TimeProvider time) =>
        new(
            await DevelopmentHost.StartAsync(
                typeof(RouteTable).Assembly,
                new()
                {
                    Settings = settings,
                    FunctionClasses = [typeof(ListQuarantine), typeof(GetPayment)],
                    ConfigureServices = services =>
                        services
                            .RemoveAll<ILoggerProvider>()
                            .Replace(ServiceDescriptor.Singleton(time))
                            .Replace(ServiceDescriptor.Singleton<IQuarantineReader>(new NothingQuarantined())),
                }
            )
        );

    /// <summary>What the scope <c>quarantine:read</c> is for.</summary>
    public Task<HttpStatusCode> ListAsync(string key) => GetAsync("quarantine", key);

    /// <summary>What the scope <c>payments:read</c> is for.</summary>
    public Task<HttpStatusCode> ReadPaymentAsync(string key) => GetAsync("payments?invoiceNo=I", key);

    private async Task<HttpStatusCode> GetAsync(string path, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Api-Key", key } } };
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
    }

    private sealed class NothingQuarantined : IQuarantineReader
    {
        public Task<QuarantinePage> ListAsync(MerchantId merchantId, string? cursor, CancellationToken cancellationToken) =>
            Task.FromResult(new QuarantinePage([], null));
    }
}
