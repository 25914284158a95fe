using PaymentOperations.Operations;
using PaymentOperations.Reconciliation;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Reconciliation;

public sealed class ScopeTests(LedgerStorage storage)
{
    [Fact]
    public async Task an_operation_that_the_index_names_twice_has_one_line()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        (await sut.OutstandingAsync(id)).ShouldNotBeNull();
        (await sut.IndexedAsync(id)).ShouldNotBeNull();

        (await sut.ReconcileAsync()).ShouldHaveSingleItem().OperationId.ShouldBe(id.ToString());
    }

    [Fact]
    public async Task an_operation_whose_day_is_lost_is_found_where_it_is_open()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        await sut.Tables.Index.DeleteEntityAsync(sut.Merchant.Id.Text, IndexKey.Operation(id));

        (await sut.ReconcileAsync()).ShouldHaveSingleItem().OperationId.ShouldBe(id.ToString());
    }

    [Fact]
    public async Task a_payments_list_is_asked_for_once_however_many_refunds_it_has()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        for (var day = 0; day < 3; day++)
        {
            await sut.DoneRefundAsync();
            sut.Time.Advance(TimeSpan.FromDays(1));
        }

        sut.Reconciliation().InvoicesPerSlice = 1;
        var before = sut.Gateway.Requests.Count;

        var report = await sut.ReconcileAsync();

        report.Count.ShouldBe(3);
        sut.Gateway.Requests.Skip(before).Select(request => request.ProcessType).ShouldBe([ProcessType.RefundStatus]);
    }

    [Fact]
    public async Task eight_days_and_everything_open_are_reported()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment("INV-OLD");
        sut.AddPayment("INV-OPEN");
        sut.AddPayment("INV-NEW");
        await sut.WatchedAsync(await sut.RefundAsync(invoiceNo: "INV-OLD"), "INV-OLD");
        var open = await sut.RefundAsync(invoiceNo: "INV-OPEN");
        sut.Time.Advance(TimeSpan.FromDays(1));
        var edge = await sut.DoneRefundAsync(invoiceNo: "INV-NEW");
        sut.Time.Advance(TimeSpan.FromDays(7));

        var report = await sut.ReconcileAsync();

        report.Select(line => line.OperationId).ShouldBe([edge.ToString(), open.ToString()]);
    }

    [Fact]
    public async Task an_old_operation_that_has_only_just_ended_is_held_against_2C2P_once_more()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(isCard: false);
        var id = await sut.DoneRefundAsync();
        sut.Time.Advance(TimeSpan.FromDays(20));
        payment.Refunds[0] = payment.Refunds[0] with { Status = "RF" };
        (await sut.RunWhenDueAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
        payment.Refunds[0] = payment.Refunds[0] with { Status = "RR1" };
        sut.Time.Advance(sut.Times.Patience);

        var line = (await sut.ReconcileAsync()).ShouldHaveSingleItem();

        line.OperationId.ShouldBe(id.ToString());
        line.Finding.ShouldBe(Finding.MissingThere);
    }

    [Fact]
    public async Task what_is_accepted_after_the_start_is_the_next_reports()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment("INV-1");
        sut.AddPayment("INV-2");
        var id = await sut.DoneRefundAsync(invoiceNo: "INV-1");
        await sut.Get<IReconciliations>().StartAsync(sut.Merchant, sut.Today(), CancellationToken.None);
        sut.Time.Advance(TimeSpan.FromSeconds(1));
        await sut.RefundAsync(invoiceNo: "INV-2");

        await sut.GoOnAsync(sut.Today());

        (await sut.ReportAsync(sut.Today())).ShouldHaveSingleItem().OperationId.ShouldBe(id.ToString());
    }

    [Fact]
    public async Task nothing_is_sent_and_no_operation_is_changed()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var done = await sut.DoneRefundAsync();
        var open = await sut.RefundAsync();
        payment.Refunds.Clear();
        var (sent, before) = (sut.Gateway.Sent.Count, (await sut.RowAsync(done), await sut.RowAsync(open)));

        await sut.ReconcileAsync();

        sut.Gateway.Sent.Count.ShouldBe(sent);
        ((await sut.RowAsync(done)).ETag, (await sut.RowAsync(open)).ETag).ShouldBe((before.Item1.ETag, before.Item2.ETag));
    }

    [Fact]
    public async Task rows_that_cannot_be_read_are_said_to_be_and_hide_nothing()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment("INV-1");
        sut.AddPayment("INV-2");
        sut.AddPayment("INV-3");
        var fine = await sut.DoneRefundAsync(invoiceNo: "INV-1");
        var index = await sut.DoneRefundAsync(invoiceNo: "INV-2");
        var ledger = await sut.DoneRefundAsync(invoiceNo: "INV-3");
        var day = (await sut.IndexedAsync(index)).ShouldNotBeNull();
        day["invoiceNo"] = "";
        await sut.Tables.Index.UpdateEntityAsync(day, day.ETag);
        await sut.Tables.Outstanding.DeleteEntityAsync(TableKey.Outstanding(index, sut.Merchant.Id), index.ToString());
        var row = await sut.Tables.Operations.GetEntityAsync<Azure.Data.Tables.TableEntity>(
            TableKey.Invoice(sut.Merchant.Id, InvoiceNo.Parse("INV-3")),
            TableKey.Operation(ledger)
        );
        row.Value["status"] = "nonsense";
        await sut.Tables.Operations.UpdateEntityAsync(row.Value, row.Value.ETag);

        var report = await sut.ReconcileAsync();

        report.ShouldContainSingle(Finding.Agree).OperationId.ShouldBe(fine.ToString());
        report
            .Where(line => line.Finding == Finding.Unreadable)
            .Select(line => line.OperationId)
            .ShouldBe([index.ToString(), ledger.ToString()], ignoreOrder: true);
    }

    [Fact]
    public async Task a_payment_of_several_operations_that_cannot_be_read_keeps_no_report_from_its_end()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment("INV-1");
        var first = await sut.DoneRefundAsync();
        var second = await sut.DoneRefundAsync();
        var row = await sut.Tables.Operations.GetEntityAsync<Azure.Data.Tables.TableEntity>(
            TableKey.Invoice(sut.Merchant.Id, InvoiceNo.Parse("INV-1")),
            TableKey.Operation(second)
        );
        row.Value["status"] = "nonsense";
        await sut.Tables.Operations.UpdateEntityAsync(row.Value, row.Value.ETag);

        var line = (await sut.ReconcileAsync()).ShouldHaveSingleItem();

        line.Finding.ShouldBe(Finding.Unreadable);
        line.OperationId.ShouldBe(first.ToString());
    }
}
