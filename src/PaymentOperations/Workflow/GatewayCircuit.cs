using PaymentOperations.Judgement;
using Polly;
using Polly.CircuitBreaker;
using TwoC2P;

namespace PaymentOperations.Workflow;

/// <summary>
/// The circuit of one merchant. While it is open, one question tries after each break. A payment of which 2C2P never speaks must not be the one that tries each time, while all others wait for it: who has tried in
/// vain gives way for a break more, each time.
/// </summary>
internal sealed class GatewayCircuit
{
    private const int MostRemembered = 1000;
    private const int MostBreaks = 5;
    private static readonly TimeSpan Sampled = TimeSpan.FromMinutes(2);

    private readonly TimeSpan _break;
    private readonly TimeProvider _time;
    private readonly CircuitBreakerStateProvider _state = new();
    private readonly ResiliencePipeline<GatewayView> _pipeline;
    private readonly Lock _gate = new();
    private readonly Dictionary<InvoiceNo, int> _triedInVain = [];
    private DateTimeOffset _openedAt;

    public GatewayCircuit(TimeSpan duration, TimeProvider time)
    {
        (_break, _time) = (duration, time);
        _pipeline = new ResiliencePipelineBuilder<GatewayView> { TimeProvider = time }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<GatewayView>
                {
                    FailureRatio = 0.9,
                    MinimumThroughput = GatewayCircuits.Failures,
                    SamplingDuration = Sampled,
                    BreakDuration = duration,
                    ShouldHandle = static arguments => ValueTask.FromResult(GatewayCircuits.IsSilence(arguments.Outcome.Result)),
                    StateProvider = _state,
                    OnOpened = _ => Opened(),
                    OnClosed = _ => Closed(),
                }
            )
            .Build();
    }

    /// <summary>Asks.</summary>
    /// <exception cref="BrokenCircuitException">The circuit is open, and it is not this one's turn to try.</exception>
    public async Task<GatewayView> AskAsync(InvoiceNo invoiceNo, Func<Task<GatewayView>> ask)
    {
        if (GivesWay(invoiceNo))
            throw new BrokenCircuitException();
        return await _pipeline.ExecuteAsync(async _ => await TryAsync(invoiceNo, ask), CancellationToken.None);
    }

    private async Task<GatewayView> TryAsync(InvoiceNo invoiceNo, Func<Task<GatewayView>> ask)
    {
        var isTrial = _state.CircuitState != CircuitState.Closed;
        var view = await ask();
        if (isTrial && GatewayCircuits.IsSilence(view))
            TriedInVain(invoiceNo);
        return view;
    }

    private bool GivesWay(InvoiceNo invoiceNo)
    {
        if (_state.CircuitState == CircuitState.Closed)
            return false;

        lock (_gate)
            return _triedInVain.TryGetValue(invoiceNo, out var times)
                && _time.GetUtcNow() < _openedAt + (_break * Math.Min(1 + times, MostBreaks));
    }

    private void TriedInVain(InvoiceNo invoiceNo)
    {
        lock (_gate)
        {
            if (_triedInVain.Count >= MostRemembered)
                _triedInVain.Clear();
            _triedInVain[invoiceNo] = _triedInVain.GetValueOrDefault(invoiceNo) + 1;
        }
    }

    private ValueTask Opened()
    {
        lock (_gate)
            _openedAt = _time.GetUtcNow();
        return ValueTask.CompletedTask;
    }

    private ValueTask Closed()
    {
        lock (_gate)
            _triedInVain.Clear();
        return ValueTask.CompletedTask;
    }
}
