using System.Net;
using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Faults;

/// <summary>Faults that decide how one call is answered: what the caller sees, and whether the work was done.</summary>
public sealed class InterruptionTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
    private SimulatorHost _sut = null!;

    [Theory]
    [InlineData("closed-after-reading", 0)]
    [InlineData("answer-lost", 1)]
    public async Task A_cut_connection_hides_whether_the_work_was_done(string kind, int refunds)
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.FaultAsync(kind, invoiceNo);

        await Should.ThrowAsync<HttpRequestException>(() => _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "1.00")));

        (await RefundsAsync(invoiceNo)).ShouldBe(refunds);
        var call = (await _sut.CallsAsync(invoiceNo)).ShouldHaveSingleItem()!;
        call["fault"]!.GetValue<string>().ShouldBe(kind);
        call["workDone"]!.GetValue<bool>().ShouldBe(refunds == 1);
    }

    [Fact]
    public async Task No_answer_holds_the_connection_and_does_nothing()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.FaultAsync("no-answer", invoiceNo);
        using var patience = new CancellationTokenSource();

        var held = PostAsync(PaymentRequest.Refund(invoiceNo, "1.00"), patience.Token);
        await Eventually.GetAsync(() => _sut.CallsAsync(invoiceNo), calls => calls.Count == 1);
        _time.Advance(TimeSpan.FromHours(1));
        var wasHeld = !held.IsCompleted;
        await patience.CancelAsync();

        await Should.ThrowAsync<TaskCanceledException>(() => held);
        wasHeld.ShouldBeTrue();
        (await RefundsAsync(invoiceNo)).ShouldBe(0);
    }

    [Theory]
    [InlineData("http-500", HttpStatusCode.InternalServerError)]
    [InlineData("html", HttpStatusCode.OK)]
    [InlineData("redirect", HttpStatusCode.Redirect)]
    public async Task Answers_that_are_no_envelope_come_without_work(string kind, HttpStatusCode status)
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.FaultAsync(kind, invoiceNo);

        using var response = await PostAsync(PaymentRequest.Refund(invoiceNo, "1.00"));

        response.StatusCode.ShouldBe(status);
        if (kind == "redirect")
            response.Headers.Location!.OriginalString.ShouldBe("/_control/redirect-target");
        else
            (await response.Content.ReadAsStringAsync()).ShouldStartWith("<html>");
        (await RefundsAsync(invoiceNo)).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_follows_a_redirect_is_recorded()
    {
        using var followed = await _sut.Client.PostAsync("/_control/redirect-target", null);

        var calls = (await _sut.ReadAsync("calls")).AsArray();
        calls.Select(call => call!["fault"]?.GetValue<string>()).ShouldContain("redirect-followed");
    }

    [Fact]
    public async Task A_wrong_hash_and_a_truncated_body_come_after_the_work()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.FaultAsync("wrong-hash", invoiceNo);
        await _sut.FaultAsync("truncated", invoiceNo);

        var wrong = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "1.00"));
        using var cut = await PostAsync(PaymentRequest.Refund(invoiceNo, "1.00"));
        var whole = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "1.00"));

        wrong.RespCode.ShouldBe("00");
        wrong.IsSigned().ShouldBeFalse();
        (await cut.Content.ReadAsStringAsync()).Length.ShouldBeLessThan(
            Convert.ToBase64String(new byte[whole.Xml.Length]).Length * 3 / 4
        );
        whole.IsSigned().ShouldBeTrue();
        (await RefundsAsync(invoiceNo)).ShouldBe(3);
    }

    [Theory]
    [InlineData("refusal-without-hash", false)]
    [InlineData("respond-with", true)]
    public async Task A_refusal_on_command_does_no_work(string kind, bool isSigned)
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.FaultAsync(kind, invoiceNo, new { respCode = "41", status = "S" });

        var answer = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "1.00"));

        answer.RespCode.ShouldBe("41");
        answer.Status.ShouldBe("S");
        answer.IsSigned().ShouldBe(isSigned);
        answer["hashValue"].Length.ShouldBe(isSigned ? 40 : 0);
        (await RefundsAsync(invoiceNo)).ShouldBe(0);
    }

    [Fact]
    public async Task Late_work_shows_up_after_the_connection_is_gone()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.FaultAsync("late-work", invoiceNo, new { seconds = 30 });

        await Should.ThrowAsync<HttpRequestException>(() => _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "1.00")));
        var atFirst = await RefundsAsync(invoiceNo);

        atFirst.ShouldBe(0);
        (await RefundsOnceTimePassesAsync(invoiceNo)).ShouldBe(1);
        (await _sut.CallsAsync(invoiceNo))[0]!["workDone"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_delayed_call_is_carried_out_even_when_the_caller_has_left(bool afterWork)
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.FaultAsync("delay", invoiceNo, new { seconds = 30, afterWork });
        using var patience = new CancellationTokenSource();

        var left = PostAsync(PaymentRequest.Refund(invoiceNo, "1.00"), patience.Token);
        var calls = await Eventually.GetAsync(
            () => _sut.CallsAsync(invoiceNo),
            calls => calls.Count == 1 && calls[0]!["workDone"]!.GetValue<bool>() == afterWork
        );
        await patience.CancelAsync();

        await Should.ThrowAsync<TaskCanceledException>(() => left);
        calls[0]!["fault"]!.GetValue<string>().ShouldBe("delay");
        (await RefundsAsync(invoiceNo)).ShouldBe(afterWork ? 1 : 0);
        (await RefundsOnceTimePassesAsync(invoiceNo)).ShouldBe(1);
    }

    [Fact]
    public async Task A_delayed_answer_reaches_a_patient_caller()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.FaultAsync("delay", invoiceNo, new { seconds = 30 });

        var waiting = _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "1.00"));
        await RefundsOnceTimePassesAsync(invoiceNo);

        (await waiting).RespCode.ShouldBe("00");
    }

    public async ValueTask InitializeAsync() => _sut = await SimulatorHost.StartAsync(_time);

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    private Task<HttpResponseMessage> PostAsync(PaymentRequest request, CancellationToken cancellationToken = default) =>
        _sut.Client.PostAsync(SimulatorHost.Base64Path, SimulatorHost.Form(request.Base64()), cancellationToken);

    private async Task<int> RefundsAsync(string invoiceNo) => (await _sut.RecordAsync(invoiceNo))["refunds"]!.AsArray().Count;

    private Task<int> RefundsOnceTimePassesAsync(string invoiceNo) =>
        Eventually.GetAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(31));
                return RefundsAsync(invoiceNo);
            },
            count => count > 0
        );
}
