using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaymentGateway.Http.Limits;
using PaymentOperations.Notifications;

namespace PaymentGateway.Http.Notifications;

/// <summary>
/// Keeps a flood of forged callbacks from costing more than an answer. Only callbacks that fail their verification count. A true callback that is held off here costs time and no money: 2C2P's own list is asked about every
/// refund that is not decided.
/// </summary>
public sealed partial class CallbackGate(
    IOptions<LimitOptions> limits,
    IOptions<NotificationOptions> notifications,
    TimeProvider time,
    ILogger<CallbackGate> logger
)
{
    private const int MostTrusted = 1000;
    private const string Everywhere = "all";
    private static readonly TimeSpan TrustedFor = TimeSpan.FromDays(1);

    private readonly IReadOnlyList<IPNetwork> allowed = notifications.Value.Ranges();
    private readonly TokenBuckets one = new(limits.Value.UnverifiedPerSecond, limits.Value.UnverifiedBurst, time);
    private readonly TokenBuckets all = new(limits.Value.AllUnverifiedPerSecond, limits.Value.AllUnverifiedBurst, time);
    private readonly ConcurrentDictionary<string, DateTimeOffset> trusted = new(StringComparer.Ordinal);

    // One line a minute for each reason: a flood must not fill the log too.
    private readonly TokenBuckets lines = new(1 / 60d, 1, time);

    /// <summary>Whether a callback is verified at all.</summary>
    internal bool LetsIn(HttpContext http)
    {
        var address = CallerAddress.Of(http);
        var name = CallerAddress.NameOf(address);
        if (allowed.Count > 0 && !(address is not null && allowed.Any(range => range.Contains(address))))
            return HeldOff("it comes from an address that Notifications__AllowedAddresses does not name");
        if (!one.HasPermit(name))
            return HeldOff("too many from its address failed their verification");
        if (!all.HasPermit(Everywhere) && !IsTrusted(name))
            return HeldOff("too many failed their verification, and its address sent no true one lately");
        return true;
    }

    /// <summary>Remembers what became of a callback that was let in.</summary>
    internal void Learn(HttpContext http, NotificationResult result)
    {
        var name = CallerAddress.NameOf(CallerAddress.Of(http));
        switch (result)
        {
            case NotificationResult.Stored or NotificationResult.Quarantined:
                Trust(name);
                break;
            case NotificationResult.NotVerified:
                one.Take(name);
                all.Take(Everywhere);
                break;
            default:
                // Not known: storage or Key Vault did not answer.
                break;
        }
    }

    private bool IsTrusted(string name) => trusted.TryGetValue(name, out var at) && time.GetUtcNow() - at < TrustedFor;

    private void Trust(string name)
    {
        if (
            trusted.Count >= MostTrusted
            && !trusted.ContainsKey(name)
            && trusted.MinBy(entry => entry.Value) is { Key: { } oldest }
        )
            trusted.TryRemove(oldest, out _);
        trusted[name] = time.GetUtcNow();
    }

    private bool HeldOff(string why)
    {
        if (lines.Take(why) is null)
            LogHeldOff(logger, why);
        return false;
    }

    [LoggerMessage(
        1120,
        LogLevel.Warning,
        "A callback was refused without verifying it: {Why}. Further ones of this minute are not logged"
    )]
    private static partial void LogHeldOff(ILogger logger, string why);
}
