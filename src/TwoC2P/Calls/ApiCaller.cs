using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TwoC2P.Merchants;
using TwoC2P.Outcomes;
using TwoC2P.Telemetry;

namespace TwoC2P.Calls;

/// <summary>Makes a call: sends what is valid, once; believes what verifies and belongs to the request; logs, measures and traces it.</summary>
internal sealed partial class ApiCaller(
    GatewayExchange gateway,
    ShadowReads shadows,
    GatewayTelemetry telemetry,
    TimeProvider time,
    ILogger<ApiCaller> logger
)
{
    private const int Ok = 200;

    public DateTimeOffset LocalTime(GatewayMerchant merchant) => TimeZoneInfo.ConvertTime(time.GetUtcNow(), merchant.TimeZone);

    public async Task<GatewayOutcome<TResponse>> SendAsync<TResponse>(
        GatewayMerchant merchant,
        ApiCall<TResponse> call,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
        where TResponse : class
    {
        using var span = GatewayTelemetry.Start(call.Api, call.Verb, merchant);
        var start = time.GetTimestamp();
        var outcome =
            call.Errors.Count > 0
                ? new GatewayOutcome<TResponse>.NeverSent(NeverSentReason.InvalidRequest, call.Errors)
                : await SendValidAsync(merchant, call, deadline, cancellationToken);
        Tell(merchant, call, outcome, span, time.GetElapsedTime(start), cancellationToken.IsCancellationRequested);
        return outcome;
    }

    private async Task<GatewayOutcome<TResponse>> SendValidAsync<TResponse>(
        GatewayMerchant merchant,
        ApiCall<TResponse> call,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
        where TResponse : class
    {
        var sending = gateway.SendAsync(call.Wire(), call.Exchange, call.Message(), deadline, cancellationToken);
        var reply = call.Shadow is null
            ? await sending
            : await shadows.BesideAsync(
                sending,
                new ShadowQuestion(call.Api, call.Verb, call.Shadow, call.Message),
                merchant,
                call.Exchange,
                deadline
            );
        return reply switch
        {
            MessageReply.Received received => Judge(call, received.Opened),
            MessageReply.NeverSent never => new GatewayOutcome<TResponse>.NeverSent(never.Reason, []),
            MessageReply.Unknown unknown => new GatewayOutcome<TResponse>.Unknown(unknown.Reason, unknown.HttpStatus, null)
            {
                Found = unknown.Found,
            },
            _ => throw new UnreachableException(),
        };
    }

    private static GatewayOutcome<TResponse> Judge<TResponse>(ApiCall<TResponse> call, OpenedMessage opened)
        where TResponse : class
    {
        var response = call.Read(opened.Message);
        if (opened.Evidence is not { } evidence)
            return new GatewayOutcome<TResponse>.Unknown(UnknownReason.Unverified, Ok, response);

        return call.Judge(response) switch
        {
            Verdict.Yes => new GatewayOutcome<TResponse>.Answered(response, evidence),
            Verdict.No => new GatewayOutcome<TResponse>.Refused(response, evidence),
            Verdict.Mismatched => new GatewayOutcome<TResponse>.Unknown(UnknownReason.Mismatched, Ok, response),
            _ => throw new UnreachableException(),
        };
    }
}
