namespace PaymentOperations.InstallmentOptions;

/// <summary>Settings <c>InstallmentOptions__…</c>.</summary>
public sealed class InstallmentOptionTimes
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>How long a merchant's options are kept (hh:mm:ss); zero asks 2C2P every time.</summary>
    public TimeSpan CacheFor { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>What is wrong, or null.</summary>
    internal string? Problem() =>
        CacheFor < TimeSpan.Zero || CacheFor > Longest
            ? $"InstallmentOptions__CacheFor is {CacheFor}; give 00:00:00 to {Longest}."
            : null;
}
