using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Reconciliation;

/// <summary>Holds a settlement or a void against the payment as 2C2P shows it (I), by the judge's own reading of what each leaves behind (<see cref="PaymentEffect"/>).</summary>
internal static class PaymentFindings
{
    public static ReportLine Of(InvoiceReading reading, OperationRow row)
    {
        if (reading.Payment is not GatewayView.Seen { Response: var payment })
            return InvoiceFindings.WithoutAnswer(row, reading.Payment!);

        var (finding, note) =
            !row.IsFinal ? (Finding.InFlight, Lines.Open(row).Note)
            : row.Status == OperationStatus.Failed ? OfFailed(reading, row, payment)
            : row.Kind == OperationKind.Settlement ? OfSettlement(reading, row, payment)
            : OfVoid(payment);
        return Lines.Of(row, finding, note) with
        {
            GatewayReference = PublishedLength.Cut(payment.ReferenceNo),
            GatewayStatus = PublishedLength.Cut(payment.Status.Text),
            GatewayAmount = row.Kind == OperationKind.Settlement ? payment.Amount : null,
        };
    }

    private static (Finding, string?) OfFailed(InvoiceReading reading, OperationRow row, PaymentProcessResponse payment) =>
        row.MaybeSent.Any() && new PaymentEffect(reading.FileOf(row)).IsOurs(payment)
            ? (Finding.MissingHere, "The ledger calls it failed, and 2C2P shows that it was done.")
            : (Finding.Agree, null);

    private static (Finding, string?) OfSettlement(InvoiceReading reading, OperationRow row, PaymentProcessResponse payment)
    {
        if (Sayings.IsEffect(OperationKind.Settlement, payment.Status))
            return payment.Amount is null ? (Finding.Unreadable, "The amount that 2C2P shows cannot be read.")
                : payment.Amount == row.Amount ? (Finding.Agree, null)
                : (Finding.AmountDiffers, "2C2P shows the payment with another amount.");

        // What was to be settled may have been voided since, and the ledger knows it.
        var voids = reading.Ledger.Operations.Where(other => other.Kind == OperationKind.Void).ToList();
        if (
            Sayings.IsEffect(OperationKind.Void, payment.Status)
            && voids.Exists(other => other.Status == OperationStatus.Succeeded)
        )
            return (Finding.Agree, "It was voided since.");
        if (voids.Exists(other => !other.IsFinal))
            return (Finding.InFlight, "A void of the payment is not decided yet.");
        return (Finding.MissingThere, "2C2P does not show the payment as settled.");
    }

    private static (Finding, string?) OfVoid(PaymentProcessResponse payment) =>
        payment.Status == TransactionStatus.Voided ? (Finding.Agree, null)
        : payment.Status == TransactionStatus.VoidPending ? (Finding.InFlight, "2C2P shows the void as pending.")
        : (Finding.MissingThere, "2C2P does not show the payment as voided.");
}
