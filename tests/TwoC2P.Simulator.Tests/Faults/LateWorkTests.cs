using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Faults;

/// <summary>Requests whose answer is lost and whose work comes later, or never.</summary>
public sealed class LateWorkTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
    private SimulatorHost _sut = null!;
    private string _invoiceNo = "";

    [Fact]
    public async Task The_work_is_done_at_a_given_time_and_not_before()
    {
        var at = _time.GetUtcNow().AddHours(3);
        await LoseAsync(new { at, name = "late" });

        _time.SetUtcNow(at.AddSeconds(-1));
        var before = await RefundsAsync();
        var held = (await _sut.ReadAsync($"late-work?invoiceNo={_invoiceNo}")).AsArray().ShouldHaveSingleItem()!;
        await Eventually.GetAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                return RefundsAsync();
            },
            count => count == 1
        );

        before.ShouldBe(0);
        held["name"]!.GetValue<string>().ShouldBe("late");
        held["at"]!.GetValue<DateTimeOffset>().ShouldBe(at);
        held["processType"]!.GetValue<string>().ShouldBe("R");
        held["actionAmount"]!.GetValue<string>().ShouldBe("40.00");
        (await _sut.ReadAsync("late-work")).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_work_is_done_when_it_is_released_and_once_only()
    {
        await LoseAsync(new { when = "released", name = "mine" });
        _time.Advance(TimeSpan.FromDays(3));
        var before = await RefundsAsync();

        var other = await _sut.ControlAsync("late-work/release", new { name = "another" });
        var released = await _sut.ControlAsync("late-work/release", new { name = "mine", invoiceNo = _invoiceNo });
        var again = await _sut.ControlAsync("late-work/release", new { name = "mine" });

        before.ShouldBe(0);
        other["released"]!.GetValue<int>().ShouldBe(0);
        released["released"]!.GetValue<int>().ShouldBe(1);
        again["released"]!.GetValue<int>().ShouldBe(0);
        (await RefundsAsync()).ShouldBe(1);
        (await _sut.CallsAsync(_invoiceNo))[0]!["workDone"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Work_that_waits_for_a_time_can_be_released_earlier()
    {
        await LoseAsync(new { seconds = 3600 });

        await _sut.ControlAsync("late-work/release", new { invoiceNo = _invoiceNo });
        var released = await RefundsAsync();
        _time.Advance(TimeSpan.FromHours(2));

        released.ShouldBe(1);
        (await RefundsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_work_is_done_right_after_the_next_request_which_does_not_see_it()
    {
        await LoseAsync(new { when = "next-request" });
        await _sut.SendAsync(PaymentRequest.Inquiry(await _sut.InvoiceAsync()));
        var before = await RefundsAsync();

        var next = await _sut.SendAsync(PaymentRequest.RefundStatus(_invoiceNo));
        var after = await _sut.SendAsync(PaymentRequest.RefundStatus(_invoiceNo));

        before.ShouldBe(0);
        next.Entries.ShouldBeEmpty();
        after.Entries.ShouldBe(["RF 40.00"]);
    }

    [Fact]
    public async Task The_next_request_sets_the_work_free_also_when_it_is_lost_itself()
    {
        await LoseAsync(new { when = "next-request" });
        await _sut.FaultAsync("closed-after-reading", _invoiceNo);

        await Should.ThrowAsync<HttpRequestException>(() => _sut.SendAsync(PaymentRequest.Refund(_invoiceNo, "50.00")));

        (await Eventually.GetAsync(RefundsAsync, count => count > 0)).ShouldBe(1);
    }

    [Theory]
    [InlineData("never", 0)]
    [InlineData("released", 1)]
    public async Task The_work_is_never_done(string when, int dropped)
    {
        await LoseAsync(new { when });

        var dropping = await _sut.DeleteAsync($"late-work?invoiceNo={_invoiceNo}");
        var released = await _sut.ControlAsync("late-work/release", new { });

        dropping["dropped"]!.GetValue<int>().ShouldBe(dropped);
        released["released"]!.GetValue<int>().ShouldBe(0);
        (await RefundsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Late_work_is_held_to_the_amounts_of_its_own_time()
    {
        await LoseAsync(new { when = "released" });
        await _sut.SendAsync(PaymentRequest.Refund(_invoiceNo, "70.00"));

        await _sut.ControlAsync("late-work/release", new { });

        (await RefundsAsync()).ShouldBe(1);
        (await _sut.CallsAsync(_invoiceNo))[0]!["respCode"]!.GetValue<string>().ShouldBe("40");
    }

    public async ValueTask InitializeAsync()
    {
        _sut = await SimulatorHost.StartAsync(_time);
        _invoiceNo = await _sut.InvoiceAsync();
    }

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    private async Task LoseAsync(object more)
    {
        await _sut.FaultAsync("late-work", _invoiceNo, more, "R");
        await Should.ThrowAsync<HttpRequestException>(() => _sut.SendAsync(PaymentRequest.Refund(_invoiceNo, "40.00")));
    }

    private async Task<int> RefundsAsync() => (await _sut.RecordAsync(_invoiceNo))["refunds"]!.AsArray().Count;
}
