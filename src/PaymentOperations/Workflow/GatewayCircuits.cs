using System.Collections.Concurrent;
using PaymentOperations.Judgement;
using Polly;
using Polly.CircuitBreaker;
using TwoC2P;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Workflow;

/// <summary>
/// One circuit breaker per merchant around the questions of runs: thousands of waiting operations must not each find out by a timeout that 2C2P does not answer. Its state is this instance's own. A question that is
/// not asked is a silence, by which nothing is decided; and since every run asks before it sends, nothing is sent while the circuit is open.
/// </summary>
internal sealed class GatewayCircuits(TimeProvider time)
{
    /// <summary>So many questions in a row, or nearly, without an answer open the circuit.</summary>
    public const int Failures = 8;

    private static readonly TimeSpan Sampled = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<MerchantId, ResiliencePipeline<GatewayView>> _circuits = new();

    /// <summary>How long nothing is asked; then one question tries.</summary>
    public static TimeSpan Break { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Asks, unless the merchant's last questions were all in vain.</summary>
    public async Task<GatewayView> AskAsync(MerchantId merchantId, Func<Task<GatewayView>> ask)
    {
        var circuit = _circuits.GetOrAdd(merchantId, static (_, time) => Create(time), time);
        try
        {
            return await circuit.ExecuteAsync(static async (ask, _) => await ask(), ask, CancellationToken.None);
        }
        catch (BrokenCircuitException)
        {
            return new GatewayView.Silent(
                "2C2P does not answer this merchant's questions at present; it is tried again shortly",
                new PaymentActionOutcome.NeverSent(NeverSentReason.NotConnected, [])
            );
        }
    }

    private static ResiliencePipeline<GatewayView> Create(TimeProvider time) =>
        new ResiliencePipelineBuilder<GatewayView> { TimeProvider = time }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<GatewayView>
                {
                    FailureRatio = 0.9,
                    MinimumThroughput = Failures,
                    SamplingDuration = Sampled,
                    BreakDuration = Break,
                    ShouldHandle = static arguments => ValueTask.FromResult(IsSilence(arguments.Outcome.Result)),
                }
            )
            .Build();

    /// <summary>Whether 2C2P said nothing at all, or was not asked because it says nothing at present.</summary>
    public static bool IsSilence(GatewayView? view) => view is GatewayView.Silent { Outcome: var outcome } && IsSilence(outcome);

    // An answer that does not verify is an answer: what is wrong with it, waiting does not cure.
    private static bool IsSilence(PaymentActionOutcome outcome) =>
        outcome
            is PaymentActionOutcome.Unknown { Reason: UnknownReason.TimedOut or UnknownReason.ConnectionLost }
                or PaymentActionOutcome.Unknown { HttpStatus: >= 500 }
                or PaymentActionOutcome.NeverSent { Reason: NeverSentReason.NotConnected };
}
