using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TwoC2P.Envelopes;
using TwoC2P.Merchants;
using TwoC2P.Outcomes;
using TwoC2P.Telemetry;

namespace TwoC2P.PaymentAction;

internal sealed partial class PaymentActionClient
{
    // All that is told of a call: codes and numbers, nothing of a body, no account, no key.
    private void Tell(
        GatewayMerchant merchant,
        PaymentProcessRequest request,
        PaymentActionOutcome outcome,
        Activity? span,
        TimeSpan duration,
        bool isCancelled
    )
    {
        var verified = outcome as PaymentActionOutcome.Verified;
        var reason = outcome switch
        {
            PaymentActionOutcome.NeverSent never => never.Reason.ToString(),
            PaymentActionOutcome.Unknown { Found: FoundEnvelope.Jose } => nameof(FoundEnvelope.Jose),
            PaymentActionOutcome.Unknown unknown => unknown.Reason.ToString(),
            _ => null,
        };
        telemetry.End(span, Api, ResultOf(outcome, isCancelled), reason, duration);
        CallEnded(
            verified is null ? LogLevel.Warning : LogLevel.Information,
            merchant.MerchantId,
            request.ProcessType,
            outcome.GetType().Name,
            reason,
            verified?.Response.RespCode.Text,
            verified is null ? (outcome as PaymentActionOutcome.Unknown)?.HttpStatus : 200,
            (long)duration.TotalMilliseconds
        );
    }

    private static CallResult ResultOf(PaymentActionOutcome outcome, bool isCancelled) =>
        outcome switch
        {
            PaymentActionOutcome.Answered => CallResult.Answered,
            PaymentActionOutcome.Refused => CallResult.Refused,
            PaymentActionOutcome.NeverSent { Reason: NeverSentReason.InvalidRequest } => CallResult.Abandoned,
            PaymentActionOutcome.NeverSent or PaymentActionOutcome.Unknown when isCancelled => CallResult.Abandoned,
            PaymentActionOutcome.NeverSent => CallResult.NeverSent,
            PaymentActionOutcome.Unknown => CallResult.Unknown,
            _ => throw new UnreachableException(),
        };

    [LoggerMessage(
        EventId = 4001,
        Message = "2C2P {ProcessType} for merchant {MerchantId}: {Outcome} {Reason} (respCode {RespCode}, HTTP {HttpStatus}) in {DurationMs} ms"
    )]
    private partial void CallEnded(
        LogLevel level,
        MerchantId merchantId,
        ProcessType processType,
        string outcome,
        string? reason,
        string? respCode,
        int? httpStatus,
        long durationMs
    );
}
