using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Faults;

/// <summary>Which of the matching calls a fault meets, and how it ends.</summary>
public sealed class FaultScopeTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
    private SimulatorHost _sut = null!;

    [Fact]
    public async Task A_fault_can_let_calls_pass_before_it_begins()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.FaultAsync("refund-status-not-offered", invoiceNo, new { skip = 1, times = 2 });

        var codes = await RefundStatusCodesAsync(invoiceNo, 4);

        codes.ShouldBe(["00", "97", "97", "00"]);
    }

    [Fact]
    public async Task A_fault_can_end_at_a_given_time()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        var until = _time.GetUtcNow().AddMinutes(5);
        await _sut.FaultAsync("refund-status-not-offered", invoiceNo, new { times = -1, until });

        _time.SetUtcNow(until.AddSeconds(-1));
        var before = await RefundStatusCodesAsync(invoiceNo, 2);
        _time.SetUtcNow(until);
        var after = await RefundStatusCodesAsync(invoiceNo, 1);

        before.ShouldBe(["97", "97"]);
        after.ShouldBe(["00"]);
        (await _sut.ReadAsync("faults")).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fault_can_come_at_random_and_the_same_seed_meets_the_same_calls()
    {
        var one = await _sut.InvoiceAsync();
        var two = await _sut.InvoiceAsync();
        var other = await _sut.InvoiceAsync();
        await AtRandomAsync(one, seed: 7);
        await AtRandomAsync(two, seed: 7);
        await AtRandomAsync(other, seed: 8);

        var first = await RefundStatusCodesAsync(one, 60);
        var second = await RefundStatusCodesAsync(two, 60);
        var third = await RefundStatusCodesAsync(other, 60);

        first.ShouldBe(second);
        first.ShouldNotBe(third);
        first.Count(code => code == "97").ShouldBeInRange(10, 50);
    }

    [Fact]
    public async Task A_fault_at_random_can_also_be_limited_in_number()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await AtRandomAsync(invoiceNo, seed: 7, times: 3);

        var codes = await RefundStatusCodesAsync(invoiceNo, 60);

        codes.Count(code => code == "97").ShouldBe(3);
    }

    [Fact]
    public async Task A_fault_is_cleared_by_its_name_or_its_process_type()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.FaultAsync("entry-hidden", invoiceNo, new { times = -1, name = "lag" });
        await _sut.FaultAsync("entry-twice", invoiceNo, new { times = -1, name = "twice" }, "RS");
        await _sut.FaultAsync("answer-lost", invoiceNo, new { name = "lost" }, "R");

        var byName = await _sut.DeleteAsync("faults?name=lag");
        var byType = await _sut.DeleteAsync($"faults?invoiceNo={invoiceNo}&processType=RS");

        byName["cleared"]!.GetValue<int>().ShouldBe(1);
        byType["cleared"]!.GetValue<int>().ShouldBe(1);
        (await _sut.ReadAsync("faults")).AsArray().ShouldHaveSingleItem()!["name"]!.GetValue<string>().ShouldBe("lost");
    }

    public async ValueTask InitializeAsync() => _sut = await SimulatorHost.StartAsync(_time);

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    private Task AtRandomAsync(string invoiceNo, long seed, int times = -1) =>
        _sut.FaultAsync(
            "refund-status-not-offered",
            invoiceNo,
            new
            {
                times,
                chance = 0.5,
                seed,
            }
        );

    private async Task<List<string>> RefundStatusCodesAsync(string invoiceNo, int count)
    {
        var codes = new List<string>();
        for (var i = 0; i < count; i++)
            codes.Add((await _sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo))).RespCode);
        return codes;
    }
}
