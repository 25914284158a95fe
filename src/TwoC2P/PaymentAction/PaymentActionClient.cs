using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TwoC2P.Calls;
using TwoC2P.Merchants;
using TwoC2P.Messages;
using TwoC2P.Outcomes;
using TwoC2P.Telemetry;

namespace TwoC2P.PaymentAction;

/// <inheritdoc cref="IPaymentActionClient" />
internal sealed partial class PaymentActionClient(
    GatewayExchange gateway,
    ShadowReads shadows,
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
        GatewayMerchant merchant,
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
        Tell(merchant, request, outcome, span, time.GetElapsedTime(start), cancellationToken.IsCancellationRequested);
        return outcome;
    }

    private async Task<PaymentActionOutcome> SendValidAsync(
        GatewayMerchant merchant,
        PaymentProcessRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var message = PaymentProcessRequestMessage.From(merchant, request, now);
        var sending = gateway.SendAsync(XmlWires.For(merchant), Exchange, message, deadline, cancellationToken);
        var reply = ShadowOf(merchant, request, now) is { } question
            ? await shadows.BesideAsync(sending, question, merchant, Exchange, deadline)
            : await sending;
        return reply switch
        {
            MessageReply.Received received => AnswerJudge.Judge(request, received.Opened),
            MessageReply.NeverSent never => new PaymentActionOutcome.NeverSent(never.Reason, []),
            MessageReply.Unknown unknown => new PaymentActionOutcome.Unknown(unknown.Reason, unknown.HttpStatus, null)
            {
                Found = unknown.Found,
            },
            _ => throw new UnreachableException(),
        };
    }

    private static ShadowQuestion? ShadowOf(GatewayMerchant merchant, PaymentProcessRequest request, DateTimeOffset now)
    {
        if (request.ProcessType.MovesMoney() || XmlWires.Beside(merchant, merchant.Envelope) is not { } wire)
            return null;

        return new ShadowQuestion(Api, request.ProcessType.ToString(), wire, Message);

        WireMessage Message()
        {
            var message = PaymentProcessRequestMessage.From(merchant, request, now);
            message["version"] = merchant.Shadow!.Version;
            return message;
        }
    }
}
