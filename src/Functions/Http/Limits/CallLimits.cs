using System.Net;
using Microsoft.Extensions.Options;
using PaymentGateway.Http.Problems;
using PaymentOperations.Merchants;

namespace PaymentGateway.Http.Limits;

/// <summary>How often callers of the API may call this instance. Nobody without a secret key uses up what a merchant's servers have: a publishable one is read from a page by whoever wants it.</summary>
internal sealed class CallLimits(IOptions<LimitOptions> options, TimeProvider time)
{
    private readonly TokenBuckets keys = new(options.Value.KeyPerSecond, options.Value.KeyBurst, time);
    private readonly TokenBuckets merchants = new(options.Value.MerchantPerSecond, options.Value.MerchantBurst, time);
    private readonly TokenBuckets visitors = new(options.Value.KeyPerSecond, options.Value.KeyBurst, time);
    private readonly TokenBuckets pages = new(options.Value.MerchantPerSecond, options.Value.MerchantBurst, time);
    private readonly TokenBuckets strangers = new(options.Value.RefusedPerSecond, options.Value.RefusedBurst, time);

    /// <summary>Counts a call that is let in with a secret key; the problem if it was one too many.</summary>
    public Problem? OfCaller(Merchant merchant, string apiKeyId) =>
        TooOften(keys.Take($"{merchant.Id}|{apiKeyId}") ?? merchants.Take(merchant.Id.Text));

    /// <summary>Counts a call that is let in with a publishable key: each address by itself, and all pages of the merchant together.</summary>
    public Problem? OfVisitor(Merchant merchant, string apiKeyId, IPAddress? address) =>
        TooOften(visitors.Take($"{merchant.Id}|{apiKeyId}|{CallerAddress.NameOf(address)}") ?? pages.Take(merchant.Id.Text));

    /// <summary>Counts a call that is refused for its key; the problem if there were too many from its address. A right key is let in all the same.</summary>
    public Problem? OfStranger(IPAddress? address) =>
        strangers.Take(CallerAddress.NameOf(address)) is { } wait
            ? TooMany(
                wait,
                "Too many calls from this address were refused. Check the API key, then repeat after Retry-After seconds."
            )
            : null;

    private static Problem? TooOften(TimeSpan? wait) =>
        wait is { } known
            ? TooMany(
                known,
                "This key or this merchant calls too often. Nothing was done, and an Idempotency-Key is still free. Repeat after Retry-After seconds."
            )
            : null;

    private static Problem TooMany(TimeSpan wait, string detail) =>
        new(ErrorCodes.RateLimited, detail)
        {
            // Whole seconds, and never too early.
            RetryAfter = TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(wait.TotalSeconds))),
        };
}
