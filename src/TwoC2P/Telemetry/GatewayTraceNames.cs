namespace TwoC2P.Telemetry;

/// <summary>The traces of calls to 2C2P.</summary>
public static class GatewayTraceNames
{
    /// <summary>The activity source that they belong to: one client span per call, named by API and verb, such as <c>PaymentAction Refund</c>.</summary>
    public const string Source = "TwoC2P";
}
