using PaymentOperations.Events;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Events;

/// <summary>An invoice is forgotten by deliveries only when nothing of it is, or can still be, to be delivered.</summary>
public sealed class ForgottenHintTests(LedgerStorage storage)
{
    [Fact]
    public async Task an_event_under_way_is_delivered_though_a_writer_that_was_too_late_announced_an_earlier_one_after_it()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.World.AddPayment();
        var id = await sut.World.RefundAsync();
        await sut.DeliverAsync();
        var (late, row) = await ReadAsync(sut, id);
        await sut.World.RunAsync(id);
        sut.OnNextCommit(async () =>
        {
            // It read the invoice before event 2, and is refused when it commits.
            await AnnounceAsync(sut, late, row);
            await sut.DeliverAsync();
        });

        await sut.World.RefundAsync();
        await SettleAsync(sut);

        sut.Receiver.Received.Select(webhook => webhook.Order).ShouldBe([1, 2, 3]);
        (await sut.HintAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task an_event_that_is_committed_at_the_last_moment_is_delivered_though_another_writer_announced_the_same_order()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.World.AddPayment();
        var id = await sut.World.RefundAsync();
        await sut.DeliverAsync();
        var (invoice, row) = await ReadAsync(sut, id);
        using var commits = new ManualResetEventSlim();
        using var mayCommit = new ManualResetEventSlim();
        sut.OnNextCommit(() =>
        {
            commits.Set();
            mayCommit.Wait(TestContext.Current.CancellationToken);
            return Task.CompletedTask;
        });
        // It stands still before its commit; a process that dies before its own announces the same order.
        var run = Task.Run(() => sut.World.RunAsync(id));
        commits.Wait(TestContext.Current.CancellationToken);
        await AnnounceAsync(sut, invoice, row);
        sut.World.Time.Advance(sut.Times.ListedAfter + TimeSpan.FromSeconds(1));
        var transactions = 0;
        sut.World.Storage.After = request =>
        {
            // The lease; what is due was read; the lease is given back.
            if (request.IsTransaction() && ++transactions == 2)
            {
                mayCommit.Set();
                run.GetAwaiter().GetResult();
            }
        };

        await sut.DeliverAsync("INV-1");
        await SettleAsync(sut);

        sut.Receiver.Received.Select(webhook => webhook.Order).ShouldBe([1, 2]);
        (await sut.HintAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task more_events_than_one_run_delivers_are_delivered_one_after_the_other()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.World.AddPayment(amount: 1000m);
        const int Count = 25;
        for (var number = 0; number < Count; number++)
            await sut.World.RefundAsync();
        sut.TakeAll();

        await sut.DeliverAsync("INV-1");
        await sut.DeliverAsync();

        sut.Receiver.Received.Select(webhook => webhook.Order).ShouldBe(Enumerable.Range(1, Count));
    }

    [Fact]
    public async Task an_instance_that_does_not_know_the_webhook_yet_forgets_nothing()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.World.AddPayment();
        await sut.World.RefundAsync();

        await WithoutWebhookAsync(sut);
        sut.TakeAll();
        sut.World.Time.Advance(sut.Times.FirstCheck);
        await sut.DeliverAsync("INV-1");

        (await sut.LedgerAsync()).ShouldHaveSingleItem().DeliveredAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task what_is_outstanding_of_a_merchant_whose_webhook_was_taken_away_is_forgotten()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.World.AddPayment();
        await sut.World.RefundAsync();
        sut.World.Time.Advance(TimeSpan.FromHours(1));

        await WithoutWebhookAsync(sut);

        (await sut.HintAsync()).ShouldBeNull();
        sut.Receiver.Received.ShouldBeEmpty();
    }

    private static Task WithoutWebhookAsync(ToldWorld sut) =>
        sut
            .World.Get<InvoiceDelivery>()
            .RunAsync(sut.World.Merchant with { Webhook = null }, InvoiceNo.Parse("INV-1"), 0, CancellationToken.None);

    private static async Task<(InvoiceRow Invoice, OperationRow Row)> ReadAsync(ToldWorld sut, OperationId id) =>
        (
            await sut.World.Ledger.ReadInvoiceAsync(sut.World.Merchant.Id, InvoiceNo.Parse("INV-1"), CancellationToken.None),
            await sut.World.RowAsync(id)
        );

    private static Task AnnounceAsync(ToldWorld sut, InvoiceRow invoice, OperationRow row) =>
        sut
            .World.Get<EventAnnouncer>()
            .AnnounceAsync(row, invoice, [EventType.NeedsReview], IndexRows.None, CancellationToken.None);

    // Pointers first, then what the sweep would find.
    private static async Task SettleAsync(ToldWorld sut)
    {
        for (var round = 0; round < 3; round++)
        {
            await sut.DeliverAsync();
            sut.World.Time.Advance(sut.Times.ListedAfter + sut.Times.FirstCheck);
            if (await sut.HintAsync() is not null)
                await sut.DeliverAsync("INV-1");
        }
    }
}
