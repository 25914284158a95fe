using PaymentOperations.Judgement;
using PaymentOperations.Merchants;
using PaymentOperations.Storage;
using TwoC2P;
using TwoC2P.Codes;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Workflow;

/// <summary>Asks 2C2P about payments (I) and refunds (RS). Questions change nothing and may be repeated; one is, when a key was rotated.</summary>
internal sealed class GatewayReader(
    IPaymentActionClient client,
    IMerchantSecrets secrets,
    GatewayMemory memory,
    TimeProvider time
)
{
    /// <summary>The payment (I).</summary>
    public async Task<GatewayView> ReadPaymentAsync(
        Merchant merchant,
        InvoiceNo invoiceNo,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        var request = new PaymentProcessRequest { ProcessType = ProcessType.Inquiry, InvoiceNo = invoiceNo.Text };
        return View(request, await AskAsync(merchant, request, deadline, cancellationToken));
    }

    /// <summary>The payment's refunds (RS), without our texts: for callers.</summary>
    public async Task<GatewayView> ReadRefundsAsync(
        Merchant merchant,
        InvoiceNo invoiceNo,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        var request = new PaymentProcessRequest { ProcessType = ProcessType.RefundStatus, InvoiceNo = invoiceNo.Text };
        return View(request, await AskAsync(merchant, request, deadline, cancellationToken));
    }

    /// <summary>
    /// The payment's refunds (RS), asked with our texts where the merchant's gateway may take them: a refusal with 13 that disappears without them is remembered, so that no refund is ever the
    /// experiment.
    /// </summary>
    /// <returns>The view, and whether the gateway takes our texts.</returns>
    public async Task<(GatewayView View, bool TakesEcho)> ReadRefundsForAsync(
        Merchant merchant,
        OperationRow row,
        LearnedFacts learned,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        var plain = new PaymentProcessRequest { ProcessType = ProcessType.RefundStatus, InvoiceNo = row.InvoiceNo.Text };
        if (!MayCarryEcho(merchant, learned))
            return (View(plain, await AskAsync(merchant, plain, deadline, cancellationToken)), false);

        var marked = plain with { UserDefined = Echo.Of(row) };
        var outcome = await AskAsync(merchant, marked, deadline, cancellationToken);
        if (
            merchant.UserDefined != UserDefinedSetting.Auto
            || outcome is not PaymentActionOutcome.Refused { Response.RespCode: var code }
            || code != ResultCode.InvalidHash
        )
            return (View(marked, outcome), true);

        var second = await AskAsync(merchant, plain, deadline, cancellationToken);
        if (second is PaymentActionOutcome.Answered)
            await memory.RememberRefusalAsync(merchant.Id, time.GetUtcNow(), cancellationToken);

        return (View(plain, second), false);
    }

    /// <summary>Whether a request may carry our texts.</summary>
    public static bool MayCarryEcho(Merchant merchant, LearnedFacts learned) =>
        merchant.UserDefined switch
        {
            UserDefinedSetting.On => true,
            UserDefinedSetting.Off => false,
            UserDefinedSetting.Auto => !learned.RefusesUserDefined,
            _ => throw new InvalidOperationException($"The setting {merchant.UserDefined} has no rule."),
        };

    private Task<PaymentActionOutcome> AskAsync(
        Merchant merchant,
        PaymentProcessRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    ) =>
        KeyedQuestion.AskAsync(
            secrets,
            merchant,
            keys => client.SendAsync(keys, request, deadline, cancellationToken),
            KeyDoubts.Of,
            cancellationToken
        );

    private static GatewayView View(PaymentProcessRequest request, PaymentActionOutcome outcome) =>
        outcome switch
        {
            PaymentActionOutcome.Answered { Response.RespCode: var code } answered when code == ResultCode.Success =>
                new GatewayView.Seen(answered.Response, answered.Evidence),
            PaymentActionOutcome.Verified { Response.RespCode: var code } missing when code == ResultCode.TransactionNotFound =>
                new GatewayView.Missing(missing.Response, missing.Evidence),
            PaymentActionOutcome.Verified { Response.RespCode: var code } refused
                when request.ProcessType == ProcessType.RefundStatus
                    && (code == ResultCode.ProcessNotSupported || code == ResultCode.StatusNotValid) =>
                new GatewayView.NotOffered(refused.Response),
            PaymentActionOutcome.Verified verified => new GatewayView.Refused(verified.Response, verified.Evidence),
            PaymentActionOutcome.Unknown { Reason: UnknownReason.Mismatched, Unverified.InvoiceNo: { } spelled }
                when spelled != request.InvoiceNo
                    && string.Equals(spelled.Trim(), request.InvoiceNo.Trim(), StringComparison.OrdinalIgnoreCase) =>
                new GatewayView.OtherSpelling(),
            PaymentActionOutcome.Unknown unknown => new GatewayView.Silent(
                $"2C2P gave no answer that counts ({unknown.Reason})",
                outcome
            ),
            PaymentActionOutcome.NeverSent neverSent => new GatewayView.Silent(
                $"2C2P could not be asked ({neverSent.Reason})",
                outcome
            ),
            _ => throw new InvalidOperationException("An outcome of a call has no view."),
        };
}
