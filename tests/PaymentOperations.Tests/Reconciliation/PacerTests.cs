using Microsoft.Extensions.Time.Testing;
using PaymentOperations.Reconciliation;

namespace PaymentOperations.Tests.Reconciliation;

public sealed class PacerTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void questions_are_a_pace_apart_however_many_come_at_once()
    {
        var sut = new Pacer(TimeSpan.FromSeconds(1), _time);
        Task[] turns = [.. Enumerable.Range(0, 4).Select(_ => sut.WaitAsync(TestContext.Current.CancellationToken))];

        for (var second = 0; second < turns.Length; second++)
        {
            turns.Count(turn => turn.IsCompletedSuccessfully).ShouldBe(second + 1);
            _time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public void a_clock_that_is_put_back_makes_nobody_wait()
    {
        var time = new WrongClock();
        var sut = new Pacer(TimeSpan.FromSeconds(1), time);
        sut.WaitAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully.ShouldBeTrue();
        time.Passed = TimeSpan.FromSeconds(5);
        time.Shown -= TimeSpan.FromHours(1);

        sut.WaitAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void whoever_comes_later_than_the_pace_waits_for_nothing()
    {
        var sut = new Pacer(TimeSpan.FromSeconds(1), _time);
        sut.WaitAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully.ShouldBeTrue();
        _time.Advance(TimeSpan.FromSeconds(5));

        sut.WaitAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully.ShouldBeTrue();
        sut.WaitAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully.ShouldBeFalse();
    }

    private sealed class WrongClock : TimeProvider
    {
        public DateTimeOffset Shown { get; set; } = DateTimeOffset.UnixEpoch.AddDays(1);

        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Shown;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
