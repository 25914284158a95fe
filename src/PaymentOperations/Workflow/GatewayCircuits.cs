using System.Collections.Concurrent;
using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using Polly.CircuitBreaker;
using TwoC2P;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Workflow;

/// <summary>
/// One circuit breaker per merchant around the questions of runs: thousands of waiting operations must not each find out by a timeout that 2C2P does not answer. Its state is this instance's own. A question that is
/// not asked is a silence, by which nothing is decided; and since every run asks before it sends, nothing is sent while the circuit is open.
/// </summary>
internal sealed class GatewayCircuits(OperationTimes times, TimeProvider time)
{
    /// <summary>So many questions in a row, or nearly, without an answer open the circuit.</summary>
    public const int Failures = 8;

    private readonly ConcurrentDictionary<MerchantId, GatewayCircuit> _circuits = new();

    /// <summary>Asks about a payment, unless the merchant's last questions were all in vain.</summary>
    public async Task<GatewayView> AskAsync(MerchantId merchantId, InvoiceNo invoiceNo, Func<Task<GatewayView>> ask)
    {
        var circuit = _circuits.GetOrAdd(merchantId, _ => new GatewayCircuit(times.GatewayBreak, time));
        try
        {
            return await circuit.AskAsync(invoiceNo, ask);
        }
        catch (BrokenCircuitException)
        {
            return new GatewayView.Silent(
                "2C2P does not answer this merchant's questions at present; it is tried again shortly",
                new PaymentActionOutcome.NeverSent(NeverSentReason.NotConnected, [])
            );
        }
    }

    /// <summary>Whether 2C2P said nothing at all, or was not asked because it says nothing at present.</summary>
    public static bool IsSilence(GatewayView? view) => view is GatewayView.Silent { Outcome: var outcome } && IsSilence(outcome);

    // An answer that does not verify is an answer: what is wrong with it, waiting does not cure.
    private static bool IsSilence(PaymentActionOutcome outcome) =>
        outcome
            is PaymentActionOutcome.Unknown { Reason: UnknownReason.TimedOut or UnknownReason.ConnectionLost }
                or PaymentActionOutcome.Unknown { HttpStatus: >= 500 }
                or PaymentActionOutcome.NeverSent { Reason: NeverSentReason.NotConnected };
}
