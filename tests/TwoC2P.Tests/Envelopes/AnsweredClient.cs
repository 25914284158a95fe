using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TwoC2P.Envelopes;
using TwoC2P.PaymentAction;
using TwoC2P.Transport;

namespace TwoC2P.Tests.Envelopes;

/// <summary>The client of a merchant of the new generation, whose one question is answered with whatever text the test gives: thousands of times, so without a network.</summary>
internal sealed class AnsweredClient : IAsyncDisposable
{
    private readonly Wire wire = new();
    private readonly ServiceProvider services;

    public AnsweredClient()
    {
        var collection = new ServiceCollection().AddTwoC2P();
        collection.AddHttpClient(GatewayHttp.ClientName).ConfigurePrimaryHttpMessageHandler(() => wire);
        services = collection.BuildServiceProvider();
    }

    public Task<PaymentActionOutcome> AskAsync(string answer)
    {
        wire.Answer = answer;
        return services
            .GetRequiredService<IPaymentActionClient>()
            .SendAsync(
                ClientUnderTest.Merchant(
                    new Uri("https://gateway.example/PaymentAction/2.0/action"),
                    EnvelopeKind.Jose,
                    SampleJoseKeys.AsGatewayKeys()
                ),
                new PaymentProcessRequest
                {
                    ProcessType = ProcessType.Refund,
                    InvoiceNo = "260121085327",
                    ActionAmount = Money.FromAmount(25),
                },
                ClientUnderTest.Deadline,
                TestContext.Current.CancellationToken
            );
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private sealed class Wire : HttpMessageHandler
    {
        public string Answer { get; set; } = "";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Encoding.Latin1.GetBytes(Answer)) }
            );
    }
}
