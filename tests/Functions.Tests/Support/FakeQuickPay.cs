using TwoC2P.Merchants;
using TwoC2P.Outcomes;
using TwoC2P.QuickPay;

namespace Functions.Tests.Support;

/// <summary>2C2P's QuickPay, as a test says; it keeps what it was asked.</summary>
internal sealed class FakeQuickPay : IQuickPayClient
{
    /// <summary>Every request, in order. None may be here when nothing was to be sent.</summary>
    public List<object> Asked { get; } = [];

    public Func<Task<GatewayOutcome<GenerateLinkResponse>>> Made { get; set; } =
        () => Task.FromResult(FakeApis.Answered(SampleLink.Made()));

    public GatewayOutcome<SendLinkResponse> Sent { get; set; } = FakeApis.Answered(SampleLink.Sent());

    /// <summary>The answers to queries, in order; the last one stays.</summary>
    public Queue<GatewayOutcome<QueryLinkResponse>> Shown { get; } = new([FakeApis.Answered(SampleLink.Shown())]);

    public GatewayOutcome<QuickPayResponse> Updated { get; set; } = FakeApis.Answered(SampleLink.Done());

    public GatewayOutcome<QuickPayResponse> Deleted { get; set; } = FakeApis.Answered(SampleLink.Done());

    /// <summary>What the writes were given to end the wait by.</summary>
    public List<CancellationToken> TokensOfWrites { get; } = [];

    public void Shows(params GatewayOutcome<QueryLinkResponse>[] outcomes)
    {
        Shown.Clear();
        foreach (var outcome in outcomes)
            Shown.Enqueue(outcome);
    }

    public Task<GatewayOutcome<GenerateLinkResponse>> GenerateAsync(
        GatewayMerchant merchant,
        GenerateLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        Note(request, cancellationToken);
        return Made();
    }

    public Task<GatewayOutcome<GenerateLinkResponse>> GenerateAndSendAsync(
        GatewayMerchant merchant,
        GenerateAndSendLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        Note(request, cancellationToken);
        return Made();
    }

    public Task<GatewayOutcome<SendLinkResponse>> SendAsync(
        GatewayMerchant merchant,
        SendLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        Note(request, cancellationToken);
        return Task.FromResult(Sent);
    }

    public Task<GatewayOutcome<QueryLinkResponse>> QueryAsync(
        GatewayMerchant merchant,
        QueryLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        Asked.Add(request);
        return Task.FromResult(Shown.Count > 1 ? Shown.Dequeue() : Shown.Peek());
    }

    public Task<GatewayOutcome<QuickPayResponse>> UpdateAsync(
        GatewayMerchant merchant,
        UpdateLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        Note(request, cancellationToken);
        return Task.FromResult(Updated);
    }

    public Task<GatewayOutcome<QuickPayResponse>> DeleteAsync(
        GatewayMerchant merchant,
        DeleteLinkRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        Note(request, cancellationToken);
        return Task.FromResult(Deleted);
    }

    private void Note(object request, CancellationToken cancellationToken)
    {
        Asked.Add(request);
        TokensOfWrites.Add(cancellationToken);
    }
}
