namespace LocalFunctions.Hosting;

internal static class QuietDelay
{
    /// <summary>A delay that ends early, without an exception, when the app stops.</summary>
    public static async Task WaitAsync(TimeSpan delay, TimeProvider time, CancellationToken stopping) =>
        await Task.Delay(delay, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
