using System.Diagnostics;
using OpenTelemetry;

namespace PaymentGateway.Telemetry;

/// <summary>Forgets the caller's <c>tracestate</c>: it goes on to nobody, and a header of any content has no place in a span.</summary>
internal sealed class WithoutTraceState : BaseProcessor<Activity>
{
    /// <inheritdoc />
    public override void OnStart(Activity data) => data.TraceStateString = null;
}
