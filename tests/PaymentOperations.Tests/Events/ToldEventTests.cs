using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Events;

public sealed class ToldEventTests(LedgerStorage storage)
{
    private static readonly string[] Succeeds = ["operation.accepted", "operation.succeeded"];
    private static readonly string[] Fails = ["operation.accepted", "operation.failed"];
    private static readonly string[] Pends = ["operation.accepted", "operation.pending", "operation.succeeded"];
    private static readonly string[] Waits = ["operation.accepted", "operation.needs_review"];
    private static readonly string[] Decided = ["operation.accepted", "operation.needs_review", "operation.succeeded"];
    private static readonly string[] Contradicted = ["operation.accepted", "operation.failed", "operation.contradiction"];

    public static TheoryData<string, string[]> Histories =>
        new()
        {
            { "succeeds", Succeeds },
            { "is refused", Fails },
            { "is pending first", Pends },
            { "is doubtful for too long", Waits },
            { "is doubtful for too long, then found", Decided },
            { "is sent again after a request that never left", Succeeds },
            { "is refused and shown as done", Contradicted },
            { "cannot be written", Waits },
        };

    [Theory]
    [MemberData(nameof(Histories))]
    public async Task every_transition_that_matters_gives_its_event_exactly_once(string history, string[] expected)
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        var world = sut.World;
        var payment = world.AddPayment(isCard: history != "is pending first");
        var id = await world.RefundAsync();

        await LiveAsync(history, world, payment, id);
        await world.RunAsync(id);

        var told = await sut.LedgerAsync();
        told.Select(row => row.Event.Type.Text).ShouldBe(expected);
        told.Select(row => row.Event.Order).ShouldBe(Enumerable.Range(1, expected.Length));
        told.Select(row => IndexKey.Event(row.Event.Id)).ShouldBeInOrder();
        told.ShouldAllBe(row => row.Event.Operation.Id == id);
        var last = await world.RowAsync(id);
        told[^1].Event.Operation.Status.ShouldBe(last.Status);
        told[^1].Event.Operation.ReviewReason.ShouldBe(last.ReviewReason);
        (await sut.IndexAsync()).Select(row => row.RowKey).ShouldBe(told.Select(row => IndexKey.Event(row.Event.Id)));
        (await world.SnapshotAsync()).Invoice.Events.ShouldBe(expected.Length);
    }

    /// <summary>As a version writes it that knows no events, beside this one during a deployment.</summary>
    [Fact]
    public async Task an_invoices_row_that_lost_the_number_of_its_events_holds_up_no_money()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.World.AddPayment();
        var first = await sut.World.RefundAsync();
        await ForgetEventsAsync(sut.World);

        await sut.World.RunAsync(first);
        await ForgetEventsAsync(sut.World);
        // An accept that has to try again pauses first.
        sut.World.Times.AcceptDeadline = TimeSpan.FromDays(1);
        var second = await sut.World.AsMomentsPassAsync(sut.World.RefundAsync());
        await ForgetEventsAsync(sut.World);
        await sut.World.RunAsync(second);

        (await sut.World.RowAsync(first)).Status.ShouldBe(OperationStatus.Succeeded);
        (await sut.World.RowAsync(second)).Status.ShouldBe(OperationStatus.Succeeded);
        var told = await sut.LedgerAsync();
        told.Select(row => row.Event.Type.Text).ShouldBe([.. Succeeds, .. Succeeds]);
        told.Select(row => row.Event.Order).ShouldBe([1, 2, 3, 4]);
        told.Select(row => IndexKey.Event(row.Event.Id)).ShouldBeInOrder();
    }

    [Fact]
    public async Task an_invoices_row_that_is_missing_holds_up_no_end()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.World.AddPayment();
        var id = await sut.World.RefundAsync();
        sut.World.Gateway.LoseAnswerOfNext(ProcessType.Refund);
        await sut.World.RunAsync(id);
        await sut.World.Tables.Operations.DeleteEntityAsync(
            TableKey.Invoice(sut.World.Merchant.Id, InvoiceNo.Parse("INV-1")),
            TableKey.InvoiceRow
        );

        var row = await sut.World.RunWhenDueAsync(id);

        row.Status.ShouldBe(OperationStatus.Succeeded);
        (await sut.LedgerAsync()).Select(told => told.Event.Order).ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData(OperationKind.Settlement, "A")]
    [InlineData(OperationKind.Void, "A")]
    public async Task settlements_and_voids_are_told_too(OperationKind kind, string status)
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.World.AddPayment(status: status);
        var accepted = (await sut.World.AcceptAsync(sut.World.Command(kind, 100m))).ShouldBeOfType<AcceptResult.Accepted>();
        await sut.World.RunAsync(accepted.Operation.Id);

        var told = await sut.LedgerAsync();

        told.Select(row => row.Event.Type.Text).ShouldBe(Succeeds);
        told.ShouldAllBe(row => row.Event.Operation.Kind == kind);
    }

    [Fact]
    public async Task events_of_all_operations_of_an_invoice_have_one_numbering()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.World.AddPayment();
        var first = await sut.World.RefundAsync();
        var second = await sut.World.RefundAsync();
        await sut.World.RunAsync(first);
        await sut.World.RunAsync(second);

        var told = await sut.LedgerAsync();

        told.Select(row => (row.Event.Order, row.Event.Operation.Id))
            .ShouldBe([(1, first), (2, second), (3, first), (4, second)]);
    }

    [Fact]
    public async Task a_repeated_request_is_told_once()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.World.AddPayment();
        var command = sut.World.Command();

        await sut.World.AcceptAsync(command);
        await sut.World.AcceptAsync(command);

        (await sut.LedgerAsync()).ShouldHaveSingleItem().Event.Type.ShouldBe(EventType.Accepted);
    }

    [Fact]
    public async Task what_an_event_keeps_is_what_callers_may_see()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.World.AddPayment(isCard: false);
        var command = sut.World.Command() with
        {
            BankAccount = new BankAccount("014", "Somchai", "1234567890"),
            Reason = "no such size",
            Metadata = new Dictionary<string, string> { ["orderId"] = "1001", ["customer"] = "สมชาย 😀 \"x\"" },
        };
        await sut.World.AcceptAsync(command);

        var row = await sut.World.Tables.Operations.GetEntityAsync<Azure.Data.Tables.TableEntity>(
            TableKey.Invoice(sut.World.Merchant.Id, InvoiceNo.Parse("INV-1")),
            TableKey.Happened(1)
        );

        var columns = string.Join(' ', row.Value.Select(column => column.Value));
        columns.ShouldNotContain("1234567890");
        columns.ShouldNotContain("Somchai");
        var told = EventRow.From(row.Value).Event.Operation;
        told.Reason.ShouldBe("no such size");
        told.Metadata.ShouldBe(command.Metadata, ignoreOrder: true);
        columns.ShouldNotContain(command.IdempotencyKey);
    }

    [Theory]
    [InlineData("happened-0000000001")]
    [InlineData("hooks")]
    public void the_new_rows_sort_where_no_version_looks_for_operations(string key)
    {
        new[] { TableKey.Happened(1), TableKey.DeliveryRow }.ShouldContain(key);

        string.CompareOrdinal(key, TableKey.InvoiceRow).ShouldBeLessThan(0);
    }

    [Fact]
    public async Task an_invoice_row_of_an_older_version_goes_on_with_the_first_event()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.World.AddPayment();
        var partition = TableKey.Invoice(sut.World.Merchant.Id, InvoiceNo.Parse("INV-1"));
        await sut.World.Tables.Operations.AddEntityAsync(
            new Azure.Data.Tables.TableEntity(partition, TableKey.InvoiceRow) { ["reserved"] = 0L, ["nextSeq"] = 3 }
        );

        await sut.World.RefundAsync();

        (await sut.LedgerAsync()).ShouldHaveSingleItem().Event.Order.ShouldBe(1);
        (await sut.World.SnapshotAsync()).Invoice.NextSeq.ShouldBe(4);
    }

    private static async Task LiveAsync(string history, World world, GatewayPayment payment, OperationId id)
    {
        switch (history)
        {
            case "is refused":
                world.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "45"));
                await world.RunAsync(id);
                break;
            case "is pending first":
                await world.RunAsync(id);
                payment.Refunds[0] = payment.Refunds[0] with { Status = "RF" };
                await world.RunWhenDueAsync(id);
                break;
            case "is doubtful for too long":
                await DoubtAsync(world, id);
                break;
            case "is doubtful for too long, then found":
                await DoubtAsync(world, id);
                payment.Refunds.Add(new GatewayRefund("9001", Money.FromAmount(10m), "RF") { Mark = id.ToString() });
                world.Gateway.Always(ProcessType.RefundStatus, null);
                await world.RunForAsync(id, TimeSpan.FromHours(3));
                break;
            case "is sent again after a request that never left":
                world.Gateway.Next(ProcessType.Refund, _ => Answers.NeverSent);
                await world.RunAsync(id);
                await world.RunForAsync(id, TimeSpan.FromHours(1));
                break;
            case "is refused and shown as done":
                world.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "45"));
                await world.RunAsync(id);
                await world.AddLateAnswerAsync(id, Answers.Response("R", "INV-1", "00", "RF", Money.FromAmount(10m), "9001"));
                await world.RunAsync(id);
                break;
            case "cannot be written":
                RefuseLargest(world);
                await world.RunAsync(id);
                break;
        }
    }

    private static async Task DoubtAsync(World world, OperationId id)
    {
        world.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        await world.RunAsync(id);
        world.Gateway.Always(ProcessType.RefundStatus, _ => Answers.Lost);
        await world.RunForAsync(id, world.Times.Patience + TimeSpan.FromMinutes(1));
    }

    // Storage refuses the first transaction of the run for good.
    private static void RefuseLargest(World world)
    {
        var before = world.Storage.Before;
        world.Storage.Before = request =>
        {
            if (!request.IsTransaction())
                return;
            world.Storage.Before = before;
            throw new Azure.RequestFailedException(400, "too large", "PropertyValueTooLarge", null);
        };
    }

    private static async Task ForgetEventsAsync(World world)
    {
        var partition = TableKey.Invoice(world.Merchant.Id, InvoiceNo.Parse("INV-1"));
        var row = (await world.Tables.Operations.GetEntityAsync<TableEntity>(partition, TableKey.InvoiceRow)).Value;
        row.Remove("events");
        row.Remove("lastEventAt");
        await world.Tables.Operations.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
    }
}
