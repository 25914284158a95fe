namespace PaymentOperations.Calls;

/// <summary>What came of a request that may be executed once.</summary>
/// <typeparam name="T">The answer.</typeparam>
public abstract record OnceOnlyResult<T>
{
    private OnceOnlyResult() { }

    /// <summary>It was executed, now or by an earlier request with the same key.</summary>
    public sealed record Executed(CallEnd<T> End, bool Replayed) : OnceOnlyResult<T>;

    /// <summary>The key belongs to another request (422 <c>idempotency_key_reused</c>).</summary>
    public sealed record KeyReused : OnceOnlyResult<T>;

    /// <summary>The same request is being executed this moment (409 with Retry-After).</summary>
    public sealed record Executing : OnceOnlyResult<T>;

    /// <summary>The first try ended unknown: look it up (409 <c>outcome_unknown</c>).</summary>
    public sealed record OutcomeUnknown : OnceOnlyResult<T>;

    /// <summary>More than is left of the daily cap (422 <c>daily_limit_reached</c>); the key is free.</summary>
    /// <param name="Limit">How much a day has, in the cap's unit.</param>
    /// <param name="Left">What is left of it.</param>
    /// <param name="BeginsAnewAt">When the merchant's next day begins.</param>
    public sealed record DailyLimitReached(long Limit, long Left, DateTimeOffset BeginsAnewAt) : OnceOnlyResult<T>;

    /// <summary>Storage or Key Vault could not be reached before anything was sent (503).</summary>
    public sealed record Unavailable : OnceOnlyResult<T>;
}
