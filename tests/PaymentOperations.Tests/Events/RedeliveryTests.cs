using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Events;

public sealed class RedeliveryTests(LedgerStorage storage)
{
    [Fact]
    public async Task events_are_delivered_again_by_id_and_in_order()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        var told = await DeliveredAsync(sut, "INV-1");
        await DeliveredAsync(sut, "INV-2");
        var before = sut.Receiver.Received.Count;

        var result = await RedeliverAsync(sut, new RedeliveryRequest([told[1], told[0], told[0]]));
        await sut.DeliverAsync();

        result.ShouldBeOfType<RedeliveryResult.Accepted>();
        sut.Receiver.Received.Skip(before).Select(webhook => webhook.Id).ShouldBe(told.Select(id => id.ToString()));
        (await sut.HintAsync()).ShouldBeNull();
        (await JobsAsync(sut)).ShouldBe(0);
    }

    [Fact]
    public async Task events_of_a_time_are_delivered_again()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        await DeliveredAsync(sut, "INV-1");
        sut.World.Time.Advance(TimeSpan.FromHours(1));
        var from = sut.World.Time.GetUtcNow();
        var told = await DeliveredAsync(sut, "INV-2");
        var to = sut.World.Time.GetUtcNow() + TimeSpan.FromSeconds(1);
        sut.World.Time.Advance(TimeSpan.FromHours(1));
        await DeliveredAsync(sut, "INV-3");
        sut.World.Time.Advance(TimeSpan.FromHours(1));
        var before = sut.Receiver.Received.Count;

        await RedeliverAsync(sut, new RedeliveryRequest([], from, to));
        await sut.DeliverAsync();

        sut.Receiver.Received.Skip(before).Select(webhook => webhook.Id).ShouldBe(told.Select(id => id.ToString()));
    }

    [Fact]
    public async Task events_that_are_too_young_to_be_listed_are_delivered_again_too()
    {
        await using var sut = await ToldWorld.StartAsync(storage, alone: true);
        var from = sut.World.Time.GetUtcNow();
        var told = await DeliveredAsync(sut, "INV-1");
        var before = sut.Receiver.Received.Count;
        sut.World.Time.Advance(TimeSpan.FromSeconds(1));

        await RedeliverAsync(sut, new RedeliveryRequest([], from, from + TimeSpan.FromDays(1)));
        for (var round = 0; round < 3; round++)
        {
            await sut.DeliverAsync();
            sut.World.Time.Advance(sut.Times.ListedAfter);
            await sut.ClearQueuesAsync();
            await sut.World.Get<ISweep>().RunAsync(CancellationToken.None);
        }

        sut.Receiver.Received.Skip(before).Select(webhook => webhook.Id).ShouldBe(told.Select(id => id.ToString()));
        (await JobsAsync(sut)).ShouldBe(0);
    }

    [Fact]
    public async Task events_that_happen_after_they_were_asked_for_are_delivered_once()
    {
        await using var sut = await ToldWorld.StartAsync(storage, alone: true);
        var from = sut.World.Time.GetUtcNow();
        await RedeliverAsync(sut, new RedeliveryRequest([], from, from + TimeSpan.FromDays(31)));
        sut.World.Time.Advance(TimeSpan.FromSeconds(1));
        await DeliveredAsync(sut, "INV-1");

        sut.World.Time.Advance(TimeSpan.FromHours(1));
        await sut.ClearQueuesAsync();
        await sut.World.Get<ISweep>().RunAsync(CancellationToken.None);
        await sut.DeliverAsync();

        sut.Receiver.Received.Count.ShouldBe(2);
        (await JobsAsync(sut)).ShouldBe(0);
    }

    [Fact]
    public async Task what_was_given_up_is_tried_for_three_days_anew()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.Receiver.AnswerWith(410);
        sut.World.AddPayment();
        await sut.World.RefundAsync();
        await sut.DeliverAsync();
        var told = (await sut.LedgerAsync()).ShouldHaveSingleItem();
        told.UndeliveredAt.ShouldNotBeNull();
        sut.World.Time.Advance(TimeSpan.FromDays(10));
        sut.Receiver.AnswerWith(500);

        await RedeliverAsync(sut, new RedeliveryRequest([told.Event.Id]));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            foreach (var pointer in sut.TakeAll())
                await sut.World.Get<IEventDelivery>().RunAsync(pointer, CancellationToken.None);
        }
        var waiting = await sut.DeliveryAsync();
        sut.Receiver.AnswerWith(200);
        sut.World.MoveTo(waiting.NotBefore!.Value);
        await sut.DeliverAsync();

        waiting.Failures.ShouldBe(1);
        var delivered = (await sut.LedgerAsync()).ShouldHaveSingleItem();
        delivered.DeliveredAt.ShouldNotBeNull();
        delivered.UndeliveredAt.ShouldBeNull();
        (await sut.DeliveryAsync()).Again.ShouldBeEmpty();
    }

    [Fact]
    public async Task events_that_wait_for_their_next_attempt_are_due_at_once()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.Receiver.AnswerWith(500);
        sut.World.AddPayment();
        await sut.World.RefundAsync();
        foreach (var pointer in sut.TakeAll())
            await sut.World.Get<IEventDelivery>().RunAsync(pointer, CancellationToken.None);
        sut.TakeAll();
        sut.Receiver.AnswerWith(200);
        var told = (await sut.LedgerAsync()).ShouldHaveSingleItem();

        await RedeliverAsync(sut, new RedeliveryRequest([told.Event.Id]));
        await sut.DeliverAsync();

        sut.Receiver.Received.Count.ShouldBe(2);
        (await sut.LedgerAsync()).ShouldHaveSingleItem().DeliveredAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task a_long_time_is_carried_out_in_parts_whatever_dies()
    {
        await using var sut = await ToldWorld.StartAsync(storage, alone: true);
        var from = sut.World.Time.GetUtcNow();
        const int Count = 55;
        foreach (var number in Enumerable.Range(0, Count))
        {
            sut.World.AddPayment($"INV-{number}");
            await sut.World.RefundAsync(invoiceNo: $"INV-{number}");
        }
        await sut.DeliverAsync();
        sut.World.Time.Advance(sut.Times.ListedAfter + TimeSpan.FromSeconds(1));
        var before = sut.Receiver.Received.Count;
        await RedeliverAsync(sut, new RedeliveryRequest([], from, sut.World.Time.GetUtcNow()));
        var writes = 20;
        sut.World.Storage.Before = request =>
        {
            if (request.IsWrite() && writes-- == 0)
                throw new ProcessDiedException();
        };

        await Should.ThrowAsync<ProcessDiedException>(() => sut.DeliverAsync());
        sut.TakeAll();
        for (var round = 0; round < 4; round++)
        {
            sut.World.Time.Advance(TimeSpan.FromMinutes(30));
            await sut.ClearQueuesAsync();
            await sut.World.Get<ISweep>().RunAsync(CancellationToken.None);
            await sut.DeliverAsync();
        }

        sut.Receiver.Received.Skip(before).Select(webhook => webhook.InvoiceNo).Distinct().Count().ShouldBe(Count);
        (await JobsAsync(sut)).ShouldBe(0);
    }

    [Fact]
    public async Task unknown_events_are_named()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        var told = await DeliveredAsync(sut, "INV-1");
        var unknown = PaymentEventId.New(sut.World.Time.GetUtcNow());

        var result = await RedeliverAsync(sut, new RedeliveryRequest([told[0], unknown]));

        result.ShouldBeOfType<RedeliveryResult.NotFound>().Ids.ShouldBe([unknown]);
        (await JobsAsync(sut)).ShouldBe(0);
    }

    [Fact]
    public async Task a_merchant_without_a_webhook_is_told_so()
    {
        await using var sut = await ToldWorld.StartAsync(storage, merchant: (plain, _) => plain);

        (await RedeliverAsync(sut, new RedeliveryRequest([]))).ShouldBeOfType<RedeliveryResult.NotConfigured>();
    }

    private static async Task<IReadOnlyList<PaymentEventId>> DeliveredAsync(ToldWorld sut, string invoiceNo)
    {
        sut.World.AddPayment(invoiceNo);
        var id = await sut.World.RefundAsync(invoiceNo: invoiceNo);
        await sut.World.RunAsync(id, invoiceNo);
        await sut.DeliverAsync();
        return [.. (await sut.LedgerAsync(invoiceNo)).Select(row => row.Event.Id)];
    }

    private static Task<RedeliveryResult> RedeliverAsync(ToldWorld sut, RedeliveryRequest request) =>
        sut.World.Get<IEvents>().RedeliverAsync(sut.World.Merchant, request, CancellationToken.None);

    private static async Task<int> JobsAsync(ToldWorld sut) =>
        await sut
            .World.Tables.Deliveries.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter(
                    $"merchantId eq {sut.World.Merchant.Id.Text} and RowKey ge {"redelivery-"} and RowKey lt {"redelivery."}"
                )
            )
            .CountAsync();
}
