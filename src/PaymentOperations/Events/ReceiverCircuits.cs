using System.Collections.Concurrent;
using Polly;
using Polly.CircuitBreaker;
using TwoC2P;

namespace PaymentOperations.Events;

/// <summary>
/// One circuit breaker per merchant around the attempts at its receiver: a receiver that never answers must not keep every worker for its timeout, event by event, while other merchants' events wait. Its state is this
/// instance's own.
/// </summary>
internal sealed class ReceiverCircuits(TimeProvider time)
{
    /// <summary>So many attempts in a row, or nearly, without an answer open the circuit.</summary>
    public const int Failures = 8;

    private static readonly TimeSpan Sampled = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<MerchantId, ResiliencePipeline<(DeliveryResult Result, int? Status)>> _circuits = new();

    /// <summary>Makes the attempt, unless the receiver let the last ones wait in vain.</summary>
    public async Task<(DeliveryResult Result, int? Status)> TryAsync(
        MerchantId merchantId,
        Func<Task<(DeliveryResult Result, int? Status)>> attempt
    )
    {
        var circuit = _circuits.GetOrAdd(merchantId, static (_, time) => Create(time), time);
        try
        {
            return await circuit.ExecuteAsync(static async (attempt, _) => await attempt(), attempt, CancellationToken.None);
        }
        catch (BrokenCircuitException)
        {
            return (DeliveryResult.NotTried, null);
        }
    }

    private static ResiliencePipeline<(DeliveryResult Result, int? Status)> Create(TimeProvider time) =>
        new ResiliencePipelineBuilder<(DeliveryResult Result, int? Status)> { TimeProvider = time }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<(DeliveryResult Result, int? Status)>
                {
                    FailureRatio = 0.9,
                    MinimumThroughput = Failures,
                    SamplingDuration = Sampled,
                    BreakDuration = Break,
                    // What refuses at once keeps nobody.
                    ShouldHandle = static arguments =>
                        ValueTask.FromResult(arguments.Outcome.Result.Result is DeliveryResult.TimedOut),
                }
            )
            .Build();
}
