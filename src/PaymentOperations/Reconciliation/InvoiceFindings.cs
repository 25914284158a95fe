using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Reconciliation;

/// <summary>Makes the lines of one payment. Pure: what was read in, lines out.</summary>
internal static class InvoiceFindings
{
    public static IReadOnlyList<ReportLine> Of(InvoiceReading reading)
    {
        if (!reading.IsSteady)
            return
            [
                .. reading.Reported.Select(row =>
                    Lines.Of(row, Finding.InFlight, "It changed each time that it was held against 2C2P's word.")
                ),
            ];

        List<ReportLine> lines = [];
        if (reading.Lost is { } lost)
            lines.Add(Lines.Lost(reading.InvoiceNo.Text, lost.ToString()));
        lines.AddRange(OfRefunds(reading));
        lines.AddRange(
            reading.Reported.Where(row => row.Kind != OperationKind.Refund).Select(row => PaymentFindings.Of(reading, row))
        );
        return lines;
    }

    private static IEnumerable<ReportLine> OfRefunds(InvoiceReading reading) =>
        reading.Refunds is GatewayView.Seen seen
            ? new RefundFindings(reading, seen).Find()
            : reading.Reported.Where(row => row.Kind == OperationKind.Refund).Select(row => WithoutAnswer(row, reading.Refunds!));

    /// <summary>The line of an operation about which 2C2P showed nothing.</summary>
    public static ReportLine WithoutAnswer(OperationRow row, GatewayView view)
    {
        if (!row.IsFinal)
            return Lines.Open(row);
        return view switch
        {
            GatewayView.Missing when row.Status == OperationStatus.Succeeded => Lines.Of(
                row,
                Finding.MissingThere,
                "2C2P knows no such payment."
            ),
            GatewayView.Missing => Lines.Of(row, Finding.Agree),
            GatewayView.Silent { Outcome: PaymentActionOutcome.NeverSent } => Lines.Of(row, Finding.Unasked, NoteOf(view)),
            _ => Lines.Of(row, Finding.Unreadable, NoteOf(view)),
        };
    }

    private static string NoteOf(GatewayView view) => $"{PublishedLength.Cut(view.Describe())}.";
}
