using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Workflow;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Intake;

/// <summary>A1's question to 2C2P: does the payment exist, and does its state allow the operation?</summary>
internal sealed class PaymentCheck(GatewayReader gateway, OperationTimes times)
{
    /// <summary>
    /// The invoice row with what 2C2P says, or a refusal. Where 2C2P gives no verified answer, or only says that it is busy, the row comes back as it was: the operation is accepted, and the read before sending
    /// applies the rules.
    /// </summary>
    public async Task<(InvoiceRow Invoice, AcceptResult? Refusal)> AskAsync(
        AcceptCommand command,
        InvoiceRow invoice,
        CancellationToken cancellationToken
    )
    {
        var view = await gateway.ReadPaymentAsync(
            command.Merchant,
            command.InvoiceNo,
            times.AcceptInquiryDeadline,
            cancellationToken
        );
        return view switch
        {
            GatewayView.Seen { Response: var payment } => Judge(command, invoice, payment),
            GatewayView.Missing missing => (invoice, new AcceptResult.PaymentNotFound(GatewayResults.Of(missing.Response))),
            GatewayView.OtherSpelling => (invoice, new AcceptResult.PaymentNotFound(new GatewayResult())),
            GatewayView.Refused { Response: var response } when Refusals.IsCertain(response.RespCode) => (
                invoice,
                new AcceptResult.GatewayRefused(GatewayResults.Of(response))
            ),
            _ => (invoice, null),
        };
    }

    private static (InvoiceRow, AcceptResult?) Judge(AcceptCommand command, InvoiceRow invoice, PaymentProcessResponse payment)
    {
        if (!PaymentRules.Allows(command.Kind, payment.Status))
            return (invoice, new AcceptResult.StatusNotValid(GatewayResults.Of(payment)));

        return (invoice with { Captured = payment.Amount ?? invoice.Captured, GatewayStatus = payment.Status }, null);
    }
}
