using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TwoC2P.Envelopes;
using TwoC2P.Merchants;
using TwoC2P.Outcomes;
using TwoC2P.Telemetry;

namespace TwoC2P.Calls;

internal sealed partial class ApiCaller
{
    // All that is told of a call: names and numbers, nothing of a body, no card, no token, no recipient.
    private void Tell<TResponse>(
        GatewayMerchant merchant,
        ApiCall<TResponse> call,
        GatewayOutcome<TResponse> outcome,
        Activity? span,
        TimeSpan duration,
        bool isCancelled
    )
        where TResponse : class
    {
        var reason = outcome switch
        {
            GatewayOutcome<TResponse>.NeverSent never => never.Reason.ToString(),
            GatewayOutcome<TResponse>.Unknown { Found: FoundEnvelope.Jose } => nameof(FoundEnvelope.Jose),
            GatewayOutcome<TResponse>.Unknown unknown => unknown.Reason.ToString(),
            _ => null,
        };
        telemetry.End(span, call.Api, ResultOf(outcome, isCancelled), reason, duration);
        var isVerified = outcome is GatewayOutcome<TResponse>.Verified;
        CallEnded(
            isVerified ? LogLevel.Information : LogLevel.Warning,
            call.Name,
            merchant.MerchantId,
            outcome.GetType().Name,
            reason,
            isVerified ? Ok : (outcome as GatewayOutcome<TResponse>.Unknown)?.HttpStatus,
            (long)duration.TotalMilliseconds
        );
    }

    private static CallResult ResultOf<TResponse>(GatewayOutcome<TResponse> outcome, bool isCancelled)
        where TResponse : class =>
        outcome switch
        {
            GatewayOutcome<TResponse>.Answered => CallResult.Answered,
            GatewayOutcome<TResponse>.Refused => CallResult.Refused,
            GatewayOutcome<TResponse>.NeverSent { Reason: NeverSentReason.InvalidRequest } => CallResult.Abandoned,
            GatewayOutcome<TResponse>.NeverSent or GatewayOutcome<TResponse>.Unknown when isCancelled => CallResult.Abandoned,
            GatewayOutcome<TResponse>.NeverSent => CallResult.NeverSent,
            GatewayOutcome<TResponse>.Unknown => CallResult.Unknown,
            _ => throw new UnreachableException(),
        };

    [LoggerMessage(
        EventId = 4002,
        Message = "2C2P {Call} for merchant {MerchantId}: {Outcome} {Reason} (HTTP {HttpStatus}) in {DurationMs} ms"
    )]
    private partial void CallEnded(
        LogLevel level,
        string call,
        MerchantId merchantId,
        string outcome,
        string? reason,
        int? httpStatus,
        long durationMs
    );
}
