using Microsoft.Extensions.Time.Testing;
using Testing;

namespace DevelopmentHosting.Tests.Timers;

/// <summary>Time that moves on only while a timer waits for it, so that no run is late however slow the machine is.</summary>
internal sealed class SteppingTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private int _waiting;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        Interlocked.Increment(ref _waiting);
        return new CountedTimer(timer, this);
    }

    public async Task SecondsAsync(int count)
    {
        for (var second = 0; second < count; second++)
        {
            await Eventually.IsTrueAsync(() => Volatile.Read(ref _waiting) > 0);
            Advance(TimeSpan.FromSeconds(1));
        }
    }

    public async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Eventually.IsTrueAsync(() => condition() || Volatile.Read(ref _waiting) > 0);
            if (!condition())
                Advance(TimeSpan.FromSeconds(1));
        }
    }

    private sealed class CountedTimer(ITimer timer, SteppingTime time) : ITimer
    {
        private int _disposed;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
                Interlocked.Decrement(ref time._waiting);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
