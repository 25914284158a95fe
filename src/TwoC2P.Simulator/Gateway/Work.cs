using TwoC2P.Simulator.Calls;
using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.Faults;
using TwoC2P.Simulator.Merchants;

namespace TwoC2P.Simulator.Gateway;

/// <summary>A call that was read and can be carried out: now, later, or never.</summary>
internal sealed class Work(
    IEnvelope envelope,
    Merchant? merchant,
    CallRecord call,
    FaultPlan plan,
    Func<IGatewayAnswer> answer,
    Func<string, string?, bool, IGatewayAnswer> refuse
)
{
    public Fault? Interruption => plan.Interruption;

    public CallRecord Call => call;

    /// <summary>Carries the request out and notes the result.</summary>
    public IGatewayAnswer Do()
    {
        var result = answer();
        call.Complete(result);
        return result;
    }

    /// <summary>Refuses without doing anything.</summary>
    public IGatewayAnswer Refuse(string respCode, string? status, bool signed)
    {
        var result = refuse(respCode, status, signed);
        call.Complete(result);
        return result;
    }

    public string Close(IGatewayAnswer result) => Close(result, result.SecretKey);

    public string Close(IGatewayAnswer result, string? secretKey) => envelope.Close(result.Render(secretKey), merchant);
}
