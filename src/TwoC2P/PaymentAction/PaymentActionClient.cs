using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;
using TwoC2P.Envelopes;
using TwoC2P.Messages;
using TwoC2P.Signing;
using TwoC2P.Transport;

namespace TwoC2P.PaymentAction;

/// <inheritdoc cref="IPaymentActionClient" />
internal sealed partial class PaymentActionClient(GatewayHttp http, TimeProvider time, ILogger<PaymentActionClient> logger)
    : IPaymentActionClient
{
    private const string FormUrlEncoded = "application/x-www-form-urlencoded";

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
        message["hashValue"] = MessageSigner.Sign(message, PaymentProcessFormulas.Request, CurrentKey(merchant.Keys));
        var xml = MessageXmlWriter.Write(message, PaymentProcessLayouts.Request);
        var envelope = Envelope.Seal(xml, merchant.Envelope, merchant.Keys);
        var body = Encoding.ASCII.GetBytes($"paymentRequest={Uri.EscapeDataString(envelope)}");

        var reply = await http.PostAsync(merchant.Endpoint, body, FormUrlEncoded, deadline, cancellationToken);
        return reply switch
        {
            GatewayReply.Received received => Judge(merchant, request, received.Body),
            GatewayReply.NeverSent never => new PaymentActionOutcome.NeverSent(never.Reason, []),
            GatewayReply.Unknown unknown => new PaymentActionOutcome.Unknown(unknown.Reason, unknown.HttpStatus, null),
            _ => throw new UnreachableException(),
        };
    }

    private static SecretKey CurrentKey(GatewayKeys keys) =>
        keys.SecretKeys is [var current, ..]
            ? current
            : throw new InvalidOperationException("Configure the merchant's secret key: requests are signed with it.");

    private static PaymentActionOutcome Judge(PaymentActionMerchant merchant, PaymentProcessRequest request, byte[] body)
    {
        var text = Encoding.UTF8.GetString(body).Trim();
        return PaymentProcessResponseMessage.Read(text, merchant.Envelope, merchant.Keys) is { } message
            ? AnswerJudge.Judge(request, message, merchant.Keys)
            : new PaymentActionOutcome.Unknown(UnknownReason.Unreadable, 200, null);
    }
}
