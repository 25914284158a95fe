using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaymentOperations.Calls;
using PaymentOperations.Caps;

namespace Functions.Tests.Support;

/// <summary>Keys in memory, with the rules of the real ones: what was executed is repeated, what is unknown stays so, what did nothing is free.</summary>
internal sealed class FakeOnceOnlyCalls : IOnceOnlyCalls
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 24, 0, 0, 0, TimeSpan.FromHours(7));

    private readonly ConcurrentDictionary<string, Row> rows = new();

    /// <summary>Storage cannot be reached.</summary>
    public bool IsDown { get; set; }

    /// <summary>What every request was told apart by.</summary>
    public ConcurrentQueue<string> Fingerprints { get; } = [];

    /// <summary>What every request was to use up of a daily cap.</summary>
    public ConcurrentQueue<CapUse?> Uses { get; } = [];

    /// <summary>What is left of a daily cap; null: enough.</summary>
    public long? Left { get; set; }

    /// <summary>The answers as they are kept.</summary>
    public IEnumerable<string> Kept => rows.Values.Select(row => row.Answer ?? "");

    public async Task<OnceOnlyResult<T>> RunAsync<T>(
        OnceOnlyRequest request,
        Func<Task<CallEnd<T>>> call,
        JsonTypeInfo<T> answerType
    )
    {
        Fingerprints.Enqueue(request.Fingerprint);
        if (IsDown)
            return new OnceOnlyResult<T>.Unavailable();

        Uses.Enqueue(request.Uses);
        if (request.Uses is { } use && use.Amount > Left)
            return new OnceOnlyResult<T>.DailyLimitReached(use.Limit, Left.Value, Midnight);

        var key = $"{request.MerchantId}|{request.IdempotencyKey}";
        var mine = new Row(request.Fingerprint, IsExecuting: true, null);
        var row = rows.GetOrAdd(key, mine);
        if (!ReferenceEquals(row, mine))
            return Repeat(request, row, answerType);

        var end = await call();
        if (end is CallEnd<T>.NotDone)
            rows.TryRemove(key, out _);
        else
            rows[key] = mine with
            {
                IsExecuting = false,
                Answer = end is CallEnd<T>.Done done ? JsonSerializer.Serialize(done.Answer, answerType) : null,
            };
        return new OnceOnlyResult<T>.Executed(end, Replayed: false);
    }

    private static OnceOnlyResult<T> Repeat<T>(OnceOnlyRequest request, Row row, JsonTypeInfo<T> answerType) =>
        row switch
        {
            _ when row.Fingerprint != request.Fingerprint => new OnceOnlyResult<T>.KeyReused(),
            { IsExecuting: true } => new OnceOnlyResult<T>.Executing(),
            { Answer: { } answer } => new OnceOnlyResult<T>.Executed(
                new CallEnd<T>.Done(JsonSerializer.Deserialize(answer, answerType)!),
                Replayed: true
            ),
            _ => new OnceOnlyResult<T>.OutcomeUnknown(),
        };

    private sealed record Row(string Fingerprint, bool IsExecuting, string? Answer);
}
