using Microsoft.Extensions.DependencyInjection;
using TwoC2P.PaymentAction;

namespace TwoC2P.Tests;

public class RegistrationTests
{
    [Fact]
    public async Task Retry_handlers_that_the_app_puts_on_all_clients_do_not_reach_2C2P()
    {
        await using var gateway = ScriptedGateway.Answering("");
        await using var services = new ServiceCollection()
            .ConfigureHttpClientDefaults(all => all.AddHttpMessageHandler(() => new TwiceHandler()))
            .AddTwoC2P()
            .BuildServiceProvider();
        var sut = services.GetRequiredService<IPaymentActionClient>();

        await sut.SendAsync(
            ClientUnderTest.Merchant(gateway.Endpoint),
            ClientUnderTest.Refund(),
            ClientUnderTest.Deadline,
            TestContext.Current.CancellationToken
        );

        gateway.Requests.Count.ShouldBe(1);
        TwiceHandler.Calls.ShouldBe(0);
    }

    [Fact]
    public void Registering_twice_changes_nothing()
    {
        using var services = new ServiceCollection().AddTwoC2P().AddTwoC2P().BuildServiceProvider();

        services.GetServices<IPaymentActionClient>().ShouldHaveSingleItem();
        services.GetServices<INotificationReader>().ShouldHaveSingleItem();
    }

    private sealed class TwiceHandler : DelegatingHandler
    {
        public static int Calls { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Calls++;
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
