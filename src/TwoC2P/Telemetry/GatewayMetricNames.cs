namespace TwoC2P.Telemetry;

/// <summary>The metrics of calls to 2C2P. Alerts and dashboards name them, so a name that has shipped stays.</summary>
public static class GatewayMetricNames
{
    /// <summary>The meter that they belong to.</summary>
    public const string Meter = "TwoC2P";

    /// <summary>Histogram in seconds: one call, from connecting to the judged answer. Tags <c>api</c>, <c>outcome</c> (<c>answered</c>, <c>refused</c>, <c>never_sent</c>, <c>unknown</c>, <c>abandoned</c> by its caller).</summary>
    public const string CallDuration = "gateway.call.duration";

    /// <summary>Counter of reads that were asked over both wires of a merchant, by <c>api</c> and <c>result</c>: same, different, first_unproved, shadow_unproved or failed.</summary>
    public const string ShadowReads = "gateway.shadow.reads";
}
