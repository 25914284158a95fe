using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TwoC2P.Calls;

namespace TwoC2P.PaymentAction;

/// <inheritdoc cref="IPaymentActionClient" />
internal sealed partial class PaymentActionClient(GatewayExchange gateway, TimeProvider time, ILogger<PaymentActionClient> logger)
    : IPaymentActionClient
{
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
        var start = time.GetTimestamp();
        var outcome = PaymentProcessRequestValidator.Validate(request, merchant) is { Count: > 0 } errors
            ? new PaymentActionOutcome.NeverSent(NeverSentReason.InvalidRequest, errors)
            : await SendValidAsync(merchant, request, deadline, cancellationToken);
        Log(merchant, request, outcome, time.GetElapsedTime(start));
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
