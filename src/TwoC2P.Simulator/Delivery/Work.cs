using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Calls;
using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.Faults;
using TwoC2P.Simulator.Merchants;

namespace TwoC2P.Simulator.Delivery;

/// <summary>A call that was read and can be carried out: now, later, or never.</summary>
internal sealed class Work(
    IEnvelope envelope,
    Merchant? merchant,
    CallRecord call,
    FaultPlan plan,
    Func<IGatewayAnswer> answer,
    Func<string?, string?, bool, IGatewayAnswer> refuse
)
{
    private IReadOnlyList<Work> _following = [];

    public Fault? Interruption => plan.Interruption;

    public CallRecord Call => call;

    /// <summary>Carries the request out, notes the result, and then does what waited for it.</summary>
    public IGatewayAnswer Do()
    {
        var result = Finish(answer());
        DoWhatFollows();
        return result;
    }

    public void FollowedBy(IReadOnlyList<Work> following) => _following = following;

    /// <summary>Does what waited for this call, once, whether the call was carried out or not.</summary>
    public void DoWhatFollows()
    {
        foreach (var each in Interlocked.Exchange(ref _following, []))
            each.Do();
    }

    /// <summary>Refuses without doing anything, with the fault's code or the API's code for a failure of the gateway.</summary>
    public IGatewayAnswer Refuse(Fault fault, bool signed) => Finish(refuse(fault.RespCode, fault.Status, signed));

    public string Close(IGatewayAnswer result) => Close(result, result.SecretKey);

    public string Close(IGatewayAnswer result, string? secretKey) =>
        envelope.Close(result.Render(secretKey), merchant, secretKey);

    private IGatewayAnswer Finish(IGatewayAnswer result)
    {
        foreach (
            var fields in plan.FindAll(FaultKinds.SetFields)
                .Select(fault => fault.Fields)
                .OfType<IReadOnlyDictionary<string, string>>()
        )
            result = result.With(fields);
        call.Complete(result);
        return result;
    }
}
