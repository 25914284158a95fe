namespace Sandbox.Demonstration;

/// <summary>Asks again until it is so: nothing in the demonstration waits for a time.</summary>
internal sealed class Polling(TimeProvider time, CancellationToken stop)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The first result that is as wanted, or the last one when time is up.</summary>
    public async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isAsWanted, TimeSpan within)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var result = await ask();
            if (isAsWanted(result) || time.GetElapsedTime(began) > within)
                return result;
            await Task.Delay(Pause, time, stop);
        }
    }
}
