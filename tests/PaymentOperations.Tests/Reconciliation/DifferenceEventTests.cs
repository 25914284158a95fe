using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Reconciliation;

public sealed class DifferenceEventTests(LedgerStorage storage)
{
    [Fact]
    public async Task a_difference_is_told_once_however_often_it_is_found()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.DoneRefundAsync();
        payment.Refunds.Clear();
        var before = await EventsAsync(sut);
        sut.Time.Advance(TimeSpan.FromHours(1));

        await sut.ReconcileAsync();
        await sut.ReconcileAsync();
        sut.Time.Advance(TimeSpan.FromDays(1));
        await sut.ReconcileAsync();

        var told = (await EventsAsync(sut)).Skip(before.Count).ShouldHaveSingleItem();
        told.Type.ShouldBe(EventType.ReconciliationDifference);
        told.Order.ShouldBe(before.Count + 1);
        told.Operation.Id.ShouldBe(id);
        told.Operation.Status.ShouldBe(OperationStatus.Succeeded);
        (told.At - told.Operation.UpdatedAt).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task what_agrees_and_what_belongs_to_no_operation_is_no_event()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        await sut.DoneRefundAsync();
        payment.Refunds.Add(new GatewayRefund("P1", Money.FromAmount(20m), "RF"));
        var before = await EventsAsync(sut);

        await sut.ReconcileAsync();

        (await EventsAsync(sut)).Count.ShouldBe(before.Count);
    }

    [Fact]
    public async Task the_invoice_is_otherwise_as_it_was_and_goes_on()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        await sut.DoneRefundAsync();
        var refund = payment.Refunds[0];
        payment.Refunds[0] = refund with { Amount = Money.FromAmount(11m) };
        var before = (await sut.SnapshotAsync()).Invoice;

        await sut.ReconcileAsync();

        var after = (await sut.SnapshotAsync()).Invoice;
        (after with { ETag = before.ETag, LastEventAt = before.LastEventAt, Unknown = before.Unknown }).ShouldBe(
            before with
            {
                Events = before.Events + 1,
            }
        );
        payment.Refunds[0] = refund;
        var next = await sut.DoneRefundAsync();
        (await sut.RowAsync(next)).Status.ShouldBe(OperationStatus.Succeeded);
    }

    private static async Task<IReadOnlyList<PaymentEvent>> EventsAsync(World world)
    {
        var partition = TableKey.Invoice(world.Merchant.Id, InvoiceNo.Parse("INV-1"));
        var rows = await world.Get<EventLedger>().ReadAsync(partition, 1, 100, CancellationToken.None);
        return [.. rows.Select(row => row.Event)];
    }
}
