using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Testing;

/// <summary>Waits for a condition, not for a time: the one place where a test may pause.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(20);

    /// <summary>Returns when the condition holds; fails with the condition's text when it does not within the limit.</summary>
    public static Task IsTrueAsync(
        Func<bool> condition,
        TimeSpan? within = null,
        [CallerArgumentExpression(nameof(condition))] string text = ""
    ) => ResultAsync(() => Task.FromResult(condition()), holds => holds, within, text);

    /// <inheritdoc cref="IsTrueAsync(Func{bool}, TimeSpan?, string)"/>
    public static Task IsTrueAsync(
        Func<Task<bool>> condition,
        TimeSpan? within = null,
        [CallerArgumentExpression(nameof(condition))] string text = ""
    ) => ResultAsync(condition, holds => holds, within, text);

    /// <summary>Asks again until the result is as wanted, and returns it; fails with the last result.</summary>
    public static async Task<T> ResultAsync<T>(
        Func<Task<T>> ask,
        Func<T, bool> isAsWanted,
        TimeSpan? within = null,
        [CallerArgumentExpression(nameof(isAsWanted))] string text = ""
    )
    {
        var limit = within ?? DefaultLimit;
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var result = await ask();
            if (isAsWanted(result))
                return result;
            if (watch.Elapsed > limit)
                throw new TimeoutException($"Not within {limit.TotalSeconds} s: {text}. The last result was: {result}");
            await Task.Delay(Pause);
        }
    }
}
