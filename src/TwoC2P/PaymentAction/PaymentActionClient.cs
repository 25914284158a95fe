using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TwoC2P.Calls;
using TwoC2P.Telemetry;

namespace TwoC2P.PaymentAction;

/// <inheritdoc cref="IPaymentActionClient" />
internal sealed partial class PaymentActionClient(
    GatewayExchange gateway,
    GatewayTelemetry telemetry,
    TimeProvider time,
    ILogger<PaymentActionClient> logger
) : IPaymentActionClient
{
    private const string Api = "PaymentAction";

    private static readonly MessageExchange Exchange = new(
        PaymentProcessLayouts.Request,
        PaymentProcessFormulas.Request,
        PaymentProcessLayouts.Response,
        PaymentProcessFormulas.Response,
        ResultField: "respCode"
    );

    public async Task<PaymentActionOutcome> SendAsync(
        PaymentActionMerchant merchant,
        PaymentProcessRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        using var span = GatewayTelemetry.Start(Api, request.ProcessType.ToString(), merchant);
        var start = time.GetTimestamp();
        var outcome = PaymentProcessRequestValidator.Validate(request, merchant) is { Count: > 0 } errors
            ? new PaymentActionOutcome.NeverSent(NeverSentReason.InvalidRequest, errors)
            : await SendValidAsync(merchant, request, deadline, cancellationToken);
        Tell(merchant, request, outcome, span, time.GetElapsedTime(start));
        return outcome;
    }

    private async Task<PaymentActionOutcome> SendValidAsync(
        PaymentActionMerchant merchant,
        PaymentProcessRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        var message = PaymentProcessRequestMessage.From(merchant, request, time.GetUtcNow());
        var wire = XmlWire.For(merchant);
        var reply = await gateway.SendAsync(wire, Exchange, message, merchant.Keys, deadline, cancellationToken);
        return reply switch
        {
            MessageReply.Received received => AnswerJudge.Judge(request, received.Message, merchant.Keys),
            MessageReply.NeverSent never => new PaymentActionOutcome.NeverSent(never.Reason, []),
            MessageReply.Unknown unknown => new PaymentActionOutcome.Unknown(unknown.Reason, unknown.HttpStatus, null),
            _ => throw new UnreachableException(),
        };
    }
}
