using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Events;

public sealed class EventListTests(LedgerStorage storage)
{
    [Fact]
    public async Task events_are_listed_in_parts_and_in_order()
    {
        await using var sut = await StartAsync();
        sut.World.AddPayment();
        sut.World.AddPayment("INV/2");
        var one = await sut.World.RefundAsync();
        var two = await sut.World.RefundAsync(invoiceNo: "INV/2");
        await sut.World.RunAsync(one);
        await sut.World.RunAsync(two, "INV/2");
        sut.World.Time.Advance(sut.Times.ListedAfter + TimeSpan.FromSeconds(1));

        var first = await sut.ListAsync(limit: 3);
        var second = await sut.ListAsync(first.Cursor, limit: 3);
        var nothing = await sut.ListAsync(second.Cursor);

        first.HasMore.ShouldBeTrue();
        second.HasMore.ShouldBeFalse();
        PaymentEvent[] all = [.. first.Items, .. second.Items];
        all.Length.ShouldBe(4);
        all.Select(told => told.Id.ToString()).ShouldBeInOrder();
        all.Select(told => told.Operation.Id).ToHashSet().ShouldBe([one, two], ignoreOrder: true);
        nothing.Items.ShouldBeEmpty();
        nothing.Cursor.ShouldBe(second.Cursor);
        nothing.HasMore.ShouldBeFalse();
    }

    [Fact]
    public async Task a_merchant_without_events_has_no_cursor()
    {
        await using var sut = await StartAsync();

        var page = await sut.ListAsync();

        page.ShouldBe(new EventPage(page.Items, null, HasMore: false));
        page.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task an_event_is_listed_once_no_earlier_one_can_appear_any_more()
    {
        await using var sut = await StartAsync();
        sut.World.AddPayment();
        await sut.World.RefundAsync();
        sut.World.Time.Advance(sut.Times.ListedAfter - TimeSpan.FromMilliseconds(1));
        var early = await sut.ListAsync();
        sut.World.Time.Advance(TimeSpan.FromMilliseconds(2));
        var late = await sut.ListAsync();

        early.Items.ShouldBeEmpty();
        late.Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task a_commit_that_a_reader_has_passed_fails_and_is_announced_anew()
    {
        await using var sut = await StartAsync();
        sut.World.AddPayment();
        var id = await sut.World.RefundAsync();
        EventPage? passed = null;
        sut.OnNextCommit(async () =>
        {
            // The process stood still between the announcement and the commit for so long that the list went on.
            sut.World.Time.Advance(sut.Times.ListedAfter + TimeSpan.FromSeconds(1));
            passed = await sut.ListAsync();
            sut.World.Time.Advance(TimeSpan.FromSeconds(1));
        });

        await sut.World.RunAsync(id);
        sut.World.Time.Advance(sut.Times.ListedAfter + TimeSpan.FromSeconds(1));
        var page = await sut.ListAsync(passed!.Cursor);

        passed.Items.Select(told => told.Type).ShouldBe([EventType.Accepted]);
        page.Items.Select(told => (told.Type, told.Order)).ShouldBe([(EventType.Succeeded, 2)]);
        (await sut.IndexAsync()).Count.ShouldBe(2);
        (await sut.World.RowAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
    }

    [Fact]
    public async Task an_accept_that_a_reader_has_passed_fails_and_is_announced_anew()
    {
        await using var sut = await StartAsync();
        sut.World.AddPayment();
        EventPage? passed = null;
        sut.OnNextCommit(async () =>
        {
            sut.World.Time.Advance(sut.Times.ListedAfter + TimeSpan.FromSeconds(1));
            passed = await sut.ListAsync();
        });

        // Its own deadline is over long ago.
        (await sut.World.AcceptAsync(sut.World.Command(key: "again"))).ShouldBeOfType<AcceptResult.Unavailable>();
        (await sut.LedgerAsync()).ShouldBeEmpty();
        (await sut.World.AcceptAsync(sut.World.Command(key: "again"))).ShouldBeOfType<AcceptResult.Accepted>();
        sut.World.Time.Advance(sut.Times.ListedAfter + TimeSpan.FromSeconds(1));

        passed!.Items.ShouldBeEmpty();
        (await sut.ListAsync(passed.Cursor)).Items.ShouldHaveSingleItem().Order.ShouldBe(1);
    }

    [Fact]
    public async Task a_pointer_that_became_visible_late_is_written_again_under_a_later_id()
    {
        await using var sut = await StartAsync();
        sut.World.AddPayment();
        var slow = 1;
        sut.World.Storage.After = request =>
        {
            if (request.IsAnnouncement() && slow-- > 0)
                sut.World.Time.Advance(sut.Times.AnnounceWithin + TimeSpan.FromSeconds(1));
        };
        var began = sut.World.Time.GetUtcNow();

        await sut.World.RefundAsync();

        var told = (await sut.LedgerAsync()).ShouldHaveSingleItem();
        told.Event.Id.CreatedAt.ShouldBeGreaterThan(began + sut.Times.AnnounceWithin);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_process_that_dies_between_announcement_and_commit_leaves_nothing_behind_and_hides_nothing(bool atCommit)
    {
        await using var sut = await StartAsync();
        sut.World.AddPayment();
        var id = await sut.World.RefundAsync();
        sut.World.Storage.Before = request =>
        {
            if (request.IsTransaction() && atCommit)
                throw new ProcessDiedException();
        };
        sut.World.Storage.After = request =>
        {
            if (request.IsAnnouncement() && !atCommit)
                throw new ProcessDiedException();
        };
        await Should.ThrowAsync<ProcessDiedException>(() => sut.World.RunAsync(id));
        (sut.World.Storage.Before, sut.World.Storage.After) = (_ => { }, _ => { });

        await sut.World.RunForAsync(id, TimeSpan.FromHours(1));

        (await sut.ListAsync()).Items.Select(told => told.Order).ShouldBe([1, 2]);
        (await sut.IndexAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task a_puller_gets_every_event_of_a_storm_exactly_once_and_in_the_order_of_each_invoice()
    {
        await using var sut = await StartAsync();
        var random = new Random(7);
        string[] invoices = ["A", "B", "C"];
        foreach (var invoice in invoices)
            sut.World.AddPayment(invoice, 1000m);
        List<PaymentEvent> pulled = [];
        PaymentEventId? cursor = null;
        List<(OperationId Id, string Invoice)> operations = [];
        for (var round = 0; round < 30; round++)
        {
            var invoice = invoices[random.Next(3)];
            if (operations.Count < 10)
                operations.Add((await sut.World.RefundAsync(invoiceNo: invoice), invoice));
            var dieAt = random.Next(6);
            sut.World.Storage.Before = request =>
            {
                if (request.IsWrite() && dieAt-- == 0)
                    throw new ProcessDiedException();
            };
            var (id, of) = operations[random.Next(operations.Count)];
            await RunQuietlyAsync(sut.World, id, of);
            sut.World.Storage.Before = _ => { };
            sut.World.Time.Advance(TimeSpan.FromSeconds(random.Next(150)));
            await PullAsync();
        }
        for (var round = 0; round < 5; round++)
        {
            foreach (var (id, of) in operations)
                await sut.World.RunWhenDueAsync(id, of);
        }
        sut.World.Time.Advance(sut.Times.ListedAfter + TimeSpan.FromSeconds(1));
        await PullAsync();

        List<PaymentEvent> ledger = [];
        foreach (var invoice in invoices)
        {
            var told = (await sut.LedgerAsync(invoice)).Select(row => row.Event).ToList();
            pulled
                .Where(one => one.Operation.InvoiceNo.Text == invoice)
                .Select(one => one.Id)
                .ShouldBe(told.Select(one => one.Id));
            ledger.AddRange(told);
        }
        pulled.Count.ShouldBe(ledger.Count);

        async Task PullAsync()
        {
            EventPage page;
            do
            {
                page = await sut.ListAsync(cursor, limit: 4);
                pulled.AddRange(page.Items);
                cursor = page.Cursor;
            } while (page.HasMore);
        }
    }

    [Fact]
    public async Task a_list_costs_what_it_shows_however_long_the_history_is()
    {
        await using var sut = await StartAsync();
        for (var number = 0; number < 5; number++)
        {
            sut.World.AddPayment($"INV-{number}");
            await sut.World.RefundAsync(invoiceNo: $"INV-{number}");
        }
        sut.World.Time.Advance(sut.Times.ListedAfter + TimeSpan.FromSeconds(1));
        var cursor = (await sut.ListAsync()).Cursor;
        sut.World.AddPayment("INV-NEW");
        await sut.World.RefundAsync(invoiceNo: "INV-NEW");
        sut.World.Time.Advance(sut.Times.ListedAfter + TimeSpan.FromSeconds(1));
        var requests = 0;
        sut.World.Storage.Before = _ => Interlocked.Increment(ref requests);

        (await sut.ListAsync(cursor)).Items.ShouldHaveSingleItem();

        requests.ShouldBe(2, "one query of the index and one read of the ledger");
    }

    private Task<ToldWorld> StartAsync() => ToldWorld.StartAsync(storage, merchant: (plain, _) => plain);

    private static async Task RunQuietlyAsync(World world, OperationId id, string invoice)
    {
        try
        {
            await world.RunWhenDueAsync(id, invoice);
        }
        catch (ProcessDiedException)
        {
            // The next runs go on.
        }
    }
}
