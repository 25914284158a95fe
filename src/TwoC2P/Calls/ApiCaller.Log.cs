using Microsoft.Extensions.Logging;
using TwoC2P.PaymentAction;

namespace TwoC2P.Calls;

internal sealed partial class ApiCaller
{
    // The only event of a call: names and numbers, nothing of a body, no card, no token, no recipient.
    private void Log<TResponse>(
        PaymentActionMerchant merchant,
        ApiCall<TResponse> call,
        GatewayOutcome<TResponse> outcome,
        TimeSpan duration
    )
        where TResponse : class
    {
        var reason = outcome switch
        {
            GatewayOutcome<TResponse>.NeverSent never => never.Reason.ToString(),
            GatewayOutcome<TResponse>.Unknown unknown => unknown.Reason.ToString(),
            _ => null,
        };
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

    [LoggerMessage(
        EventId = 2002,
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
