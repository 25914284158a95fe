namespace TwoC2P.Simulator.Tests.Running;

internal static class Eventually
{
    /// <summary>Asks until the condition holds; fails after ten seconds.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> read, Func<T, bool> isIt)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            var value = await read();
            if (isIt(value))
                return value;
            await Task.Delay(20, limit.Token);
        }
    }
}
