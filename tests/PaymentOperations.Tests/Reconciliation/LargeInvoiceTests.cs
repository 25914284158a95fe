using System.Globalization;
using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Reconciliation;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Reconciliation;

/// <summary>A payment of ten thousand refunds costs as much as its refunds, not as their square: what the ledger knows of it is gone through a few times, however many refunds there are.</summary>
public sealed class LargeInvoiceTests
{
    private const int Refunds = 10_000;
    private const int MostPasses = 10;

    [Fact]
    public void each_refund_has_its_line_and_a_strangers_is_seen()
    {
        var payment = new GatewayPayment { InvoiceNo = "INV-1" };
        List<OperationRow> rows = [];
        Dictionary<string, OperationId> references = [];
        for (var i = 0; i < Refunds; i++)
        {
            var reference = i.ToString(CultureInfo.InvariantCulture);
            var row = Rows.Refund(status: OperationStatus.Succeeded).After(true) with { Reference = reference };
            rows.Add(row);
            references.Add(reference, row.Id);
            payment.Refunds.Add(new GatewayRefund(reference, Money.FromAmount(10m), "RF", row.Id.ToString(), row.KeyHash));
        }

        payment.Refunds.Add(new GatewayRefund("P1", Money.FromAmount(5m), "RF"));
        var list = Answers.ListView(payment);
        var (operations, owners) = (new CountingList<OperationRow>(rows), new CountingMap<string, OperationId>(references));

        var lines = InvoiceFindings.Of(
            new InvoiceReading
            {
                Merchant = Rows.Merchant,
                InvoiceNo = InvoiceNo.Parse("INV-1"),
                Ledger = new InvoiceSnapshot(new InvoiceRow(), operations, owners, []),
                Reported = rows,
                Refunds = new GatewayView.Seen(list, Answers.Evidence(list)),
                IsSteady = true,
                Times = Rows.Times,
                At = Rows.Now,
            }
        );

        lines.CountBy(line => line.Finding).ShouldBe([new(Finding.Agree, Refunds), new(Finding.MissingHere, 1)]);
        lines[^1].GatewayReference.ShouldBe("P1");
        operations.Passed.ShouldBeInRange(Refunds, MostPasses * Refunds);
        owners.Passed.ShouldBeLessThanOrEqualTo(MostPasses * Refunds);
    }
}
