using TwoC2P.InstallmentOptions;
using TwoC2P.Merchants;
using TwoC2P.Outcomes;
using TwoC2P.Signing;

namespace Functions.Tests.Support;

/// <summary>2C2P's APIs beside Payment Action, as a test says.</summary>
internal sealed class FakeApis : IInstallmentOptionClient
{
    public static readonly AnswerEvidence Evidence = new(HashForm.Full, "v1", "00");

    public GatewayOutcome<InstallmentOptionsResponse> Options { get; set; } = Answered(new InstallmentOptionsResponse());

    /// <summary>What was sent, in words.</summary>
    public List<string> Asked { get; } = [];

    public static GatewayOutcome<T> Answered<T>(T response)
        where T : class => new GatewayOutcome<T>.Answered(response, Evidence);

    public Task<GatewayOutcome<InstallmentOptionsResponse>> GetAsync(
        GatewayMerchant merchant,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        Asked.Add("options");
        return Task.FromResult(Options);
    }
}
