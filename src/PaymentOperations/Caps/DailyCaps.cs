using System.Collections.Concurrent;
using System.Security.Cryptography;
using Azure;
using Microsoft.Extensions.Logging;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Caps;

/// <summary>
/// Counts what a merchant's day has used up of its caps. What counts is a reservation, made before the request binds its key: once for each key and amount, on whatever instance and however often the request is repeated. In doubt
/// it stays: a cap can be used up by what was never done, and never be exceeded.
/// </summary>
internal sealed partial class DailyCaps(CapRows rows, TimeProvider time, ILogger<DailyCaps> logger)
{
    private readonly ConcurrentDictionary<(MerchantId, CapKind), SemaphoreSlim> gates = new();

    /// <summary>Reserves what a request uses, or finds that a request with the same key has.</summary>
    /// <exception cref="RequestFailedException">Storage does not answer, or has no such table. It may be reserved; a repeat finds it.</exception>
    public async Task<CapResult> ReserveAsync(CapUse use, string keyHash, CancellationToken cancellationToken)
    {
        var day = CapDay.Of(time.GetUtcNow(), use.TimeZone);
        var place = CapPlace.Of(use, day, keyHash);
        var mine = new CapReservation(place, use.Amount, RandomNumberGenerator.GetHexString(32, lowercase: true));

        // All of them change one row. Those of one instance take turns, so that they do not make each other try again.
        var gate = gates.GetOrAdd((use.MerchantId, use.Kind), _ => new(1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                if (await TryReserveAsync(use, day, mine, cancellationToken) is { } result)
                    return result;

                await PauseAsync(cancellationToken);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>What would be answered to a request with a new key; null where it would be reserved. And what the day has left.</summary>
    /// <exception cref="RequestFailedException">Storage does not answer.</exception>
    public async Task<(CapResult.Refused? Refusal, long Left)> LookAsync(CapUse use, CancellationToken cancellationToken)
    {
        var day = CapDay.Of(time.GetUtcNow(), use.TimeZone);
        var left = LeftOf(use, await rows.ReadTotalAsync(CapPlace.PartitionOf(use, day), cancellationToken));
        return (use.Amount > left ? new CapResult.Refused(left, day.EndsAt) : null, left);
    }

    /// <summary>
    /// Gives a reservation back whose request certainly did nothing. What another request made, or relies on by now, stays; so does what storage does not take back in time.
    /// </summary>
    public async Task GiveBackAsync(CapReservation? reservation, CancellationToken cancellationToken)
    {
        if (reservation is null)
            return;

        try
        {
            while (
                await rows.FindAsync(reservation.Place, cancellationToken) is { IsShared: false } row
                && row.Token == reservation.Token
            )
            {
                var total = await rows.ReadTotalAsync(reservation.Place.Partition, cancellationToken);
                if (await rows.TryRemoveAsync(reservation, row, total, cancellationToken))
                    return;

                await PauseAsync(cancellationToken);
            }
        }
        catch (Exception exception) when (Outage.OfStorage(exception) || exception is OperationCanceledException)
        {
            LogNotGivenBack(logger, exception, reservation.Place.Partition);
        }
    }

    /// <summary>Null when another request was faster.</summary>
    private async Task<CapResult?> TryReserveAsync(
        CapUse use,
        CapDay day,
        CapReservation mine,
        CancellationToken cancellationToken
    )
    {
        var total = await rows.ReadTotalAsync(mine.Place.Partition, cancellationToken);
        var left = LeftOf(use, total);
        if (use.Amount <= left && await rows.TryAddAsync(mine, total, cancellationToken))
            return new CapResult.Reserved(mine);

        // Read after the sum: a reservation that the sum has is then seen, and a repeat not refused for what it reserved itself.
        if (await rows.FindAsync(mine.Place, cancellationToken) is { } found)
        {
            // A retry inside the SDK can meet its own first try: then it is this request's.
            var stays =
                found.Token == mine.Token || found.IsShared || await rows.TryShareAsync(mine.Place, found, cancellationToken);
            return stays ? new CapResult.Reserved(mine) : null;
        }

        if (use.Amount <= left)
            return null;

        LogRefused(logger, use.MerchantId.Text, use.Kind, use.Limit, left, use.Amount);
        return new CapResult.Refused(left, day.EndsAt);
    }

    // The limit may have been lowered since.
    private static long LeftOf(CapUse use, CapTotal total) => Math.Max(0, use.Limit - total.Used);

    // Requests on other instances were faster. Jitter spreads the next tries.
    private Task PauseAsync(CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(5, 60)), time, cancellationToken);

    [LoggerMessage(
        2801,
        LogLevel.Warning,
        "A request of merchant {MerchantId} is refused by the daily cap on {Cap}: {Left} of {Limit} are left, and it asks for {Amount}"
    )]
    private static partial void LogRefused(ILogger logger, string merchantId, CapKind cap, long limit, long left, long amount);

    [LoggerMessage(2802, LogLevel.Warning, "A reservation of {Partition} could not be given back; it counts until the day ends")]
    private static partial void LogNotGivenBack(ILogger logger, Exception exception, string partition);
}
