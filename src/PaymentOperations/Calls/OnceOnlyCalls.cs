using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using PaymentOperations.Caps;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Calls;

/// <summary>The key is bound before the call is made, and says afterwards what came of it. A process that dies in between leaves "unknown", never a second try.</summary>
internal sealed partial class OnceOnlyCalls(
    CallKeys keys,
    DailyCaps caps,
    LedgerSeal seal,
    OperationTimes times,
    TimeProvider time,
    ILogger<OnceOnlyCalls> logger
) : IOnceOnlyCalls
{
    private const string Purpose = "call answer";

    /// <inheritdoc />
    public async Task<OnceOnlyResult<T>> RunAsync<T>(
        OnceOnlyRequest request,
        Func<Task<CallEnd<T>>> call,
        JsonTypeInfo<T> answerType
    )
    {
        CallKeyRow row;
        CapReservation? reserved = null;
        using var deadline = new CancellationTokenSource(times.AcceptDeadline, time);
        try
        {
            var keyHash = TableKey.HashOfKey(request.IdempotencyKey);
            if (await keys.FindAsync(request.MerchantId, keyHash, CancellationToken.None) is { } earlier)
                return await RepeatAsync(request, earlier, answerType);

            var (fingerprint, version) = await seal.FingerprintAsync(request.Fingerprint, CancellationToken.None);
            if (request.Uses is { } use)
            {
                var counted = await caps.ReserveAsync(use, keyHash, deadline.Token);
                if (counted is CapResult.Refused refused)
                    return new OnceOnlyResult<T>.DailyLimitReached(use.Limit, refused.Left, refused.BeginsAnewAt);

                reserved = ((CapResult.Reserved)counted).Reservation;
            }

            var key = new BoundKey(OperationId.New(time), fingerprint, version);
            var until = time.GetUtcNow() + times.Claim + times.Skew;
            if (await keys.TryBeginAsync(request.MerchantId, keyHash, key, until, CancellationToken.None) is not { } begun)
            {
                await caps.GiveBackAsync(reserved, deadline.Token);
                return await keys.FindAsync(request.MerchantId, keyHash, CancellationToken.None) is { } other
                    ? await RepeatAsync(request, other, answerType)
                    : new OnceOnlyResult<T>.Unavailable();
            }

            row = begun;
        }
        catch (Exception exception) when (Outage.OrTimeout(exception))
        {
            // Nothing was sent yet. If the key was bound all the same, it says "executing" and then "unknown": never a second try.
            LogUnavailable(logger, exception);
            return new OnceOnlyResult<T>.Unavailable();
        }

        var end = await call();
        if (end is CallEnd<T>.NotDone)
            await GiveBackAsync(reserved);
        await RecordAsync(row, end, answerType);
        return new OnceOnlyResult<T>.Executed(end, Replayed: false);
    }

    private async Task<OnceOnlyResult<T>> RepeatAsync<T>(OnceOnlyRequest request, CallKeyRow row, JsonTypeInfo<T> answerType)
    {
        if (row.State is null || !await seal.MatchesAsync(row.Key, request.Fingerprint, CancellationToken.None))
            return new OnceOnlyResult<T>.KeyReused();

        if (keys.IsLive(row))
            return new OnceOnlyResult<T>.Executing();

        if (row is not { State: CallState.Done, Answer: { } answer, AnswerKeyVersion: { } version })
            return new OnceOnlyResult<T>.OutcomeUnknown();

        var clear = await seal.OpenAsync(Purpose, row.KeyHash, version, answer, CancellationToken.None);
        return new OnceOnlyResult<T>.Executed(
            new CallEnd<T>.Done(JsonSerializer.Deserialize(clear, answerType)!),
            Replayed: true
        );
    }

    private async Task RecordAsync<T>(CallKeyRow row, CallEnd<T> end, JsonTypeInfo<T> answerType)
    {
        try
        {
            await (
                end switch
                {
                    CallEnd<T>.Done done => keys.EndAsync(
                        await WithAnswerAsync(row, done.Answer, answerType),
                        CancellationToken.None
                    ),
                    CallEnd<T>.Unknown => keys.EndAsync(row with { State = CallState.Unknown }, CancellationToken.None),
                    CallEnd<T>.NotDone => keys.FreeAsync(row, CancellationToken.None),
                    _ => throw new InvalidOperationException("An end of a call is not recorded."),
                }
            );
        }
        catch (Exception exception) when (Outage.Of(exception))
        {
            // The caller gets its true answer now; a repeat will be told "unknown", which is safe.
            LogNotRecorded(logger, exception);
        }
    }

    // Before the key is free again: its next execution counts anew.
    private async Task GiveBackAsync(CapReservation? reserved)
    {
        using var deadline = new CancellationTokenSource(times.AcceptDeadline, time);
        await caps.GiveBackAsync(reserved, deadline.Token);
    }

    private async Task<CallKeyRow> WithAnswerAsync<T>(CallKeyRow row, T answer, JsonTypeInfo<T> answerType)
    {
        var clear = JsonSerializer.SerializeToUtf8Bytes(answer, answerType);
        var (version, box) = await seal.SealAsync(Purpose, row.KeyHash, clear, CancellationToken.None);
        return row with { State = CallState.Done, Answer = box, AnswerKeyVersion = version };
    }

    [LoggerMessage(2501, LogLevel.Warning, "A call could not be begun; nothing was sent")]
    private static partial void LogUnavailable(ILogger logger, Exception exception);

    [LoggerMessage(2502, LogLevel.Error, "A call's end could not be recorded; a repeat will be told that the outcome is unknown")]
    private static partial void LogNotRecorded(ILogger logger, Exception exception);
}
