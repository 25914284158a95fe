using Microsoft.Extensions.Logging;
using PaymentOperations.Intake;
using PaymentOperations.Judgement;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Workflow;
using TwoC2P;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Payments;

/// <summary>Asks 2C2P for callers.</summary>
internal sealed partial class PaymentInquiry(
    GatewayReader gateway,
    InvoiceLedger ledger,
    OperationTimes times,
    ILogger<PaymentInquiry> logger
) : IPaymentInquiry
{
    /// <inheritdoc />
    public async Task<GatewayRead<Payment>> GetPaymentAsync(
        Merchant merchant,
        InvoiceNo invoiceNo,
        CancellationToken cancellationToken
    )
    {
        var read = Map(
            await gateway.ReadPaymentAsync(merchant, invoiceNo, times.ReadDeadline, cancellationToken),
            response => new Payment(PaymentWords.Of(response.Status), response)
        );
        return read is GatewayRead<Payment>.Found { Value: var payment }
            ? new GatewayRead<Payment>.Found(await WithLedgerAsync(merchant.Id, invoiceNo, payment, cancellationToken))
            : read;
    }

    /// <inheritdoc />
    public async Task<GatewayRead<IReadOnlyList<RefundEntry>>> GetRefundsAsync(
        Merchant merchant,
        InvoiceNo invoiceNo,
        CancellationToken cancellationToken
    ) =>
        Map(
            await gateway.ReadRefundsAsync(merchant, invoiceNo, times.ReadDeadline, cancellationToken),
            response => response.Refunds
        );

    private async Task<Payment> WithLedgerAsync(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        Payment payment,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var invoice = await ledger.ReadInvoiceAsync(merchantId, invoiceNo, cancellationToken);
            var line = await ledger.ReadLineAsync(merchantId, invoiceNo, invoice, cancellationToken);
            return payment with
            {
                Refundable = AcceptRules.Refundable(invoice, line, payment.Response),
                Reserved = invoice.Reserved,
            };
        }
        catch (Exception exception) when (Outage.OfStorage(exception))
        {
            // 2C2P's answer is worth showing without what the ledger would add.
            LogWithoutLedger(logger, exception);
            return payment;
        }
    }

    private static GatewayRead<T> Map<T>(GatewayView view, Func<PaymentProcessResponse, T> value) =>
        view switch
        {
            GatewayView.Seen seen => new GatewayRead<T>.Found(value(seen.Response)),
            GatewayView.Missing missing => new GatewayRead<T>.NotFound(GatewayResults.Of(missing.Response)),
            GatewayView.OtherSpelling => new GatewayRead<T>.NotFound(new GatewayResult()),
            GatewayView.NotOffered notOffered => new GatewayRead<T>.Refused(GatewayResults.Of(notOffered.Response)),
            GatewayView.Refused refused => new GatewayRead<T>.Refused(GatewayResults.Of(refused.Response)),
            GatewayView.Silent { Outcome: PaymentActionOutcome.NeverSent } => new GatewayRead<T>.NeverSent(),
            GatewayView.Silent
            {
                Outcome: PaymentActionOutcome.Unknown { Reason: UnknownReason.TimedOut or UnknownReason.ConnectionLost }
            } => new GatewayRead<T>.NoAnswer(),
            GatewayView.Silent { Outcome: PaymentActionOutcome.Unknown { HttpStatus: (401 or 400) and var status } } =>
                new GatewayRead<T>.NotTaken(status),
            GatewayView.Silent => new GatewayRead<T>.Unverifiable(),
            _ => throw new InvalidOperationException("A view of the gateway is not mapped."),
        };

    [LoggerMessage(2150, LogLevel.Warning, "A payment is shown without what is refundable: the ledger could not be read")]
    private static partial void LogWithoutLedger(ILogger logger, Exception exception);
}
