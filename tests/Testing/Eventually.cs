using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Testing;

/// <summary>Waits for a condition, not for a time: the one place where a test may pause.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>When a wait is given up: it ends what hangs and is no statement about speed, for a busy machine can be slow without end.</summary>
    public static TimeSpan HangsAfter { get; } = TimeSpan.FromMinutes(3);

    /// <summary>Returns when the condition holds; fails with the condition's text when it does not within the limit.</summary>
    public static Task IsTrueAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        ResultAsync(() => Task.FromResult(condition()), holds => holds, text);

    /// <inheritdoc cref="IsTrueAsync(Func{bool}, string)"/>
    public static Task IsTrueAsync(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        ResultAsync(condition, holds => holds, text);

    /// <summary>Asks again until the result is as wanted, and returns it; fails with the last result.</summary>
    public static async Task<T> ResultAsync<T>(
        Func<Task<T>> ask,
        Func<T, bool> isAsWanted,
        [CallerArgumentExpression(nameof(isAsWanted))] string text = ""
    )
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var result = await ask();
            if (isAsWanted(result))
                return result;
            if (watch.Elapsed > HangsAfter)
                throw new TimeoutException($"Not within {HangsAfter.TotalSeconds} s: {text}. The last result was: {result}");
            await Task.Delay(Pause);
        }
    }
}
