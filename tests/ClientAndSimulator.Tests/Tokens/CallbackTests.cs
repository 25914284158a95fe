using System.Text;
using System.Text.Json.Nodes;
using ClientAndSimulator.Tests.Running;
using ClientAndSimulator.Tests.Verbs;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace ClientAndSimulator.Tests.Tokens;

/// <summary>The end of a pending refund comes in the form in which the refund was asked for.</summary>
public sealed class CallbackTests(RunningSimulator simulator)
{
    [Fact]
    public async Task A_callback_of_the_gateway_is_verified_by_its_signature_and_a_forged_one_is_not()
    {
        await using var receiver = await ReceivedCallbacks.StartAsync();
        await using var sut = await Meeting.BeginJoseAsync(simulator);
        await PaymentVerbs.SeedAsync(sut, "S", "apm");
        await PaymentVerbs.SendAsync(
            sut,
            PaymentVerbs.Request(ProcessType.Refund, 25) with
            {
                NotifyUrl = receiver.Url.ToString(),
            }
        );

        await simulator.Control.PostAsync("notifications", About(sut, "mode", "forged"));
        await simulator.Control.PostAsync("transactions/refunds/finish", About(sut, "status", null));

        var bodies = await receiver.WaitForAsync(2);
        bodies.ShouldAllBe(body => body.StartsWith("notifyResponse=eyJ", StringComparison.Ordinal));
        Read(sut, bodies[0]).ShouldBeOfType<NotificationOutcome.Unverified>();
        var verified = Read(sut, bodies[1]).ShouldBeOfType<NotificationOutcome.Verified>();
        verified.Response.Status.ShouldBe(TransactionStatus.RefundConfirmed);
        verified.Response.InvoiceNo.ShouldBe(PaymentVerbs.InvoiceNo);
        verified.Evidence.Form.ShouldBe(HashForm.Signature);
    }

    private static NotificationOutcome Read(Meeting sut, string body) =>
        sut.Client<INotificationReader>().Read(Encoding.UTF8.GetBytes(body), sut.Merchant);

    private static JsonObject About(Meeting sut, string name, string? value) =>
        new()
        {
            ["merchantId"] = sut.MerchantId,
            ["invoiceNo"] = PaymentVerbs.InvoiceNo,
            [name] = value,
        };
}
