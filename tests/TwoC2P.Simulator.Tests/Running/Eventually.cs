namespace TwoC2P.Simulator.Tests.Running;

internal static class Eventually
{
    /// <summary>Asks until the condition holds; gives up after three minutes: that ends what hangs and is no statement about speed.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> read, Func<T, bool> isIt)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            var value = await read();
            if (isIt(value))
                return value;
            await Task.Delay(20, limit.Token);
        }
    }
}
