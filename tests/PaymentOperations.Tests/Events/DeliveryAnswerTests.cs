using PaymentOperations.Events;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using Testing;

namespace PaymentOperations.Tests.Events;

/// <summary>What receivers answer, or do not, and what follows.</summary>
public sealed class DeliveryAnswerTests(LedgerStorage storage)
{
    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(204)]
    public async Task every_2xx_is_taken(int status)
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.Receiver.AnswerWith(status);
        sut.World.AddPayment();
        await sut.World.RefundAsync();

        await sut.DeliverAsync();

        var told = (await sut.LedgerAsync()).ShouldHaveSingleItem();
        told.DeliveredAt.ShouldNotBeNull();
        told.Attempts.ShouldBe([new DeliveryAttempt(told.DeliveredAt.Value, status, null)]);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    [InlineData(308)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task every_other_answer_is_tried_again_and_redirects_are_not_followed(int status)
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.Receiver.Answer = (_, http) =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = new Uri(sut.Receiver.Url, "/elsewhere").ToString();
            return Task.CompletedTask;
        };
        sut.World.AddPayment();
        await sut.World.RefundAsync();

        await sut.DeliverOnceAsync();

        sut.Receiver.Received.ShouldHaveSingleItem().Path.ShouldBe("/hooks");
        var told = (await sut.LedgerAsync()).ShouldHaveSingleItem();
        told.DeliveredAt.ShouldBeNull();
        told.Attempts.ShouldHaveSingleItem().Status.ShouldBe(status);
        var delivery = await sut.DeliveryAsync();
        delivery.Failures.ShouldBe(1);
        var wait = delivery.NotBefore!.Value - sut.World.Time.GetUtcNow();
        wait.ShouldBeInRange(sut.Times.FirstWait, sut.Times.FirstWait * 1.1);
        delivery.LeasedUntil.ShouldBeNull();
        sut.Pointers.Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_pointer_that_comes_before_the_next_attempt_is_due_does_nothing()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.Receiver.AnswerWith(500);
        sut.World.AddPayment();
        await sut.World.RefundAsync();
        await sut.DeliverOnceAsync();

        await sut.DeliverAsync("INV-1");

        sut.Receiver.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task waits_grow_threefold_up_to_half_a_day_and_end_after_three_days()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.Receiver.AnswerWith(500);
        sut.World.AddPayment();
        var began = sut.World.Time.GetUtcNow();
        await sut.World.RefundAsync();

        await sut.DeliverForAsync(TimeSpan.FromDays(5));

        var told = (await sut.LedgerAsync()).ShouldHaveSingleItem();
        told.DeliveredAt.ShouldBeNull();
        told.UndeliveredAt.ShouldNotBeNull().ShouldBeInRange(began + TimeSpan.FromDays(3), began + TimeSpan.FromDays(3.6));
        told.Attempts.Count.ShouldBeInRange(12, 18);
        var waits = told.Attempts.Zip(told.Attempts.Skip(1), (one, next) => next.At - one.At).ToList();
        waits[1].ShouldBeGreaterThan(waits[0] * 2);
        waits[^1].ShouldBeInRange(TimeSpan.FromHours(12), TimeSpan.FromHours(13.3));
        (await sut.HintAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task the_next_event_waits_until_the_one_before_is_delivered_or_given_up()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.Receiver.AnswerWith(webhook => webhook.Order == 1 ? 500 : 200);
        sut.World.AddPayment();
        var id = await sut.World.RefundAsync();
        await sut.World.RunAsync(id);

        await sut.DeliverForAsync(TimeSpan.FromDays(2));
        var early = sut.Receiver.Received;
        await sut.DeliverForAsync(TimeSpan.FromDays(2));

        early.ShouldAllBe(webhook => webhook.Order == 1);
        sut.Receiver.Received[^1].Order.ShouldBe(2);
        var told = await sut.LedgerAsync();
        told[0].UndeliveredAt.ShouldNotBeNull();
        told[1].DeliveredAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task another_invoice_does_not_wait()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.Receiver.AnswerWith(webhook => webhook.InvoiceNo == "INV-1" ? 500 : 200);
        sut.World.AddPayment();
        sut.World.AddPayment("INV-2");
        await sut.World.RefundAsync();
        await sut.World.RefundAsync(invoiceNo: "INV-2");

        await sut.DeliverOnceAsync();
        await sut.DeliverAsync();

        (await sut.LedgerAsync("INV-2")).ShouldHaveSingleItem().DeliveredAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task gone_gives_the_event_up_at_once_and_goes_on_with_the_next()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.Receiver.AnswerWith(webhook => webhook.Order == 1 ? 410 : 200);
        sut.World.AddPayment();
        var id = await sut.World.RefundAsync();
        await sut.World.RunAsync(id);

        await sut.DeliverAsync();

        var told = await sut.LedgerAsync();
        told[0].UndeliveredAt.ShouldNotBeNull();
        told[0].Attempts.ShouldHaveSingleItem().Status.ShouldBe(410);
        told[1].DeliveredAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task a_receiver_that_is_too_slow_is_not_waited_for()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        var arrived = new TaskCompletionSource();
        sut.Receiver.Answer = async (_, http) =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        sut.World.AddPayment();
        await sut.World.RefundAsync();

        var delivery = sut.DeliverOnceAsync();
        await arrived.Task;
        sut.World.Time.Advance(sut.Times.Timeout);
        await delivery;

        (await sut.LedgerAsync()).ShouldHaveSingleItem().Attempts.ShouldHaveSingleItem().Error.ShouldBe("timed_out");
    }

    [Fact]
    public async Task a_receiver_that_never_answers_is_waited_for_eight_times_and_not_for_each_invoice()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.Receiver.Answer = static async (_, http) =>
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        const int Invoices = 12;
        for (var number = 1; number <= Invoices; number++)
        {
            sut.World.AddPayment($"INV-{number}");
            await sut.World.RefundAsync(invoiceNo: $"INV-{number}");
        }

        foreach (var pointer in sut.TakeAll())
            await SilentlyAsync(sut, pointer);

        sut.Receiver.Received.Count.ShouldBe(ReceiverCircuits.Failures);
        (await sut.LedgerAsync($"INV-{Invoices}")).ShouldHaveSingleItem().Attempts.ShouldBeEmpty();
        sut.Receiver.AnswerWith(200);
        sut.World.Time.Advance(TimeSpan.FromMinutes(1));
        await sut.DeliverAsync();
        for (var number = 1; number <= Invoices; number++)
            (await sut.LedgerAsync($"INV-{number}")).ShouldHaveSingleItem().DeliveredAt.ShouldNotBeNull();
    }

    // The time that a receiver is given passes once the attempt is with it.
    private static async Task SilentlyAsync(ToldWorld sut, DeliveryMessage pointer)
    {
        var before = sut.Receiver.Received.Count;
        var delivery = sut.World.Get<IEventDelivery>().RunAsync(pointer, CancellationToken.None);
        await Eventually.IsTrueAsync(() => delivery.IsCompleted || sut.Receiver.Received.Count > before);
        if (!delivery.IsCompleted)
            sut.World.Time.Advance(sut.Times.Timeout);
        await delivery;
    }

    [Fact]
    public async Task an_answer_without_end_is_not_read()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.Receiver.Answer = async (_, http) =>
        {
            var block = new byte[64 * 1024];
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(block);
        };
        sut.World.AddPayment();
        await sut.World.RefundAsync();

        await sut.DeliverAsync();

        (await sut.LedgerAsync()).ShouldHaveSingleItem().DeliveredAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task a_receiver_that_is_not_there_is_tried_again()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.World.AddPayment();
        await sut.World.RefundAsync();
        await sut.Receiver.DisposeAsync();

        await sut.DeliverOnceAsync();

        (await sut.LedgerAsync()).ShouldHaveSingleItem().Attempts.ShouldHaveSingleItem().Error.ShouldBe("unreachable");
    }

    [Fact]
    public async Task a_live_merchants_receiver_is_never_inside_a_network()
    {
        await using var sut = await ToldWorld.StartAsync(
            storage,
            merchant: (plain, url) =>
                plain with
                {
                    Environment = GatewayEnvironment.Live,
                    Webhook = new WebhookEndpoint(new UriBuilder(url) { Host = "localhost" }.Uri, "secret"),
                }
        );
        sut.World.AddPayment();
        await sut.World.RefundAsync();

        await sut.DeliverOnceAsync();

        sut.Receiver.Received.ShouldBeEmpty();
        (await sut.LedgerAsync()).ShouldHaveSingleItem().Attempts.ShouldHaveSingleItem().Error.ShouldBe("forbidden_address");
    }
}
