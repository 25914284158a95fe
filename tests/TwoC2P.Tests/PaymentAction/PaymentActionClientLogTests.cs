using TwoC2P.PaymentAction;

namespace TwoC2P.Tests.PaymentAction;

public class PaymentActionClientLogTests
{
    [Fact]
    public async Task A_call_is_one_event_with_its_outcome()
    {
        await using var gateway = ScriptedGateway.Answering(new SignedAnswer("R", "40").ToBase64());
        await using var sut = new ClientUnderTest();

        await sut.SendAsync(gateway);

        sut.Logs.ShouldBe([
            $"Information {typeof(PaymentActionClient).FullName} 4001 2C2P Refund for merchant JT01: Refused  (respCode 40, HTTP 200) in 0 ms ",
        ]);
    }

    [Fact]
    public async Task An_unknown_outcome_is_a_warning()
    {
        await using var gateway = new ScriptedGateway(
            (_, stream) => ScriptedGateway.WriteAsync(stream, ScriptedGateway.Http("502 Bad Gateway", ""))
        );
        await using var sut = new ClientUnderTest();

        await sut.SendAsync(gateway);

        var log = sut.Logs.ShouldHaveSingleItem();
        log.ShouldStartWith("Warning");
        log.ShouldContain("Unknown HttpStatus");
        log.ShouldContain("HTTP 502");
    }

    [Fact]
    public async Task Neither_logs_nor_the_texts_of_outcomes_and_requests_show_accounts_or_keys()
    {
        await using var gateway = ScriptedGateway.Answering(new SignedAnswer("R", amount: "250.00").ToBase64());
        await using var sut = new ClientUnderTest();
        var refund = ClientUnderTest.Refund() with { BankAccount = new BankAccount("SCB", "Somchai Jaidee", "998877665544") };
        var invalid = refund with { BankAccount = new BankAccount("SCB", "Somchai Jaidee", new string('9', 51)) };

        var sent = await sut.SendAsync(gateway, refund);
        var refused = await sut.SendAsync(gateway, invalid);

        string[] texts = [.. sut.Logs, $"{sent}", $"{refused}", $"{refund}", .. Errors(refused)];
        foreach (var text in texts)
        {
            text.ShouldNotContain("Somchai");
            text.ShouldNotContain("99887766");
            text.ShouldNotContain("99999");
            text.ShouldNotContain(Vectors.SecretKey);
            text.ShouldNotContain("PFBh");
        }
    }

    private static IEnumerable<string> Errors(PaymentActionOutcome outcome) =>
        outcome.ShouldBeOfType<PaymentActionOutcome.NeverSent>().Errors.Select(error => error.ToString());
}
