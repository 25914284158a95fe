using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Events;

public sealed class DeliveryTests(LedgerStorage storage)
{
    [Fact]
    public async Task a_refund_is_told_from_its_accept_to_its_end()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.World.AddPayment();
        var id = await sut.World.RefundAsync();
        await sut.DeliverAsync();

        await sut.World.RunAsync(id);
        await sut.DeliverAsync();

        sut.Receiver.Received.Select(webhook => webhook.Type).ShouldBe(["operation.accepted", "operation.succeeded"]);
        sut.Receiver.Received.Select(webhook => webhook.Order).ShouldBe([1, 2]);
        sut.Receiver.Received.ShouldAllBe(webhook => webhook.IsVerifiedBy(sut.Secret));
        sut.Receiver.Received.Select(webhook => webhook.Id)
            .ShouldBe((await sut.LedgerAsync()).Select(told => told.Event.Id.ToString()));
        (await sut.LedgerAsync()).ShouldAllBe(told => told.DeliveredAt != null);
        (await sut.HintAsync()).ShouldBeNull();
        sut.Pointers.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_forged_message_is_not_verified()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.World.AddPayment();
        await sut.World.RefundAsync();
        await sut.DeliverAsync();
        var told = sut.Receiver.Received.ShouldHaveSingleItem();

        ReceivedWebhook[] forged =
        [
            told with
            {
                Body = told.Body.Replace("Accepted", "Succeeded", StringComparison.Ordinal),
            },
            told with
            {
                Id = PaymentEventId.New(sut.World.Time.GetUtcNow()).ToString(),
            },
            told with
            {
                Timestamp = told.Timestamp + 1,
            },
            told with
            {
                Timestamp = told.Timestamp - 3600,
            },
            told with
            {
                Signatures = "v1," + Convert.ToBase64String(new byte[32]),
            },
        ];

        told.IsVerifiedBy(sut.Secret).ShouldBeTrue();
        forged.ShouldAllBe(message => !message.IsVerifiedBy(sut.Secret));
        told.IsVerifiedBy($"whsec_{Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)])}").ShouldBeFalse();
    }

    [Fact]
    public async Task while_a_secret_is_rotated_receivers_with_either_verify()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        var before = sut.World.Secrets.WebhookSecrets[0];
        var after = new WebhookSecret($"whsec_{Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)])}");
        sut.World.Secrets.WebhookSecrets.Insert(0, after);
        sut.World.AddPayment();
        await sut.World.RefundAsync();

        await sut.DeliverAsync();

        var told = sut.Receiver.Received.ShouldHaveSingleItem();
        told.Signatures.Split(' ').Length.ShouldBe(2);
        told.IsVerifiedBy(before.Text).ShouldBeTrue();
        told.IsVerifiedBy(after.Text).ShouldBeTrue();
    }

    [Fact]
    public async Task a_merchant_without_a_webhook_is_told_nothing_and_costs_no_pointer()
    {
        await using var sut = await ToldWorld.StartAsync(storage, merchant: (plain, _) => plain);
        sut.World.AddPayment();

        await sut.World.RefundAsync();

        sut.Pointers.ShouldBeEmpty();
        (await sut.HintAsync()).ShouldBeNull();
        (await sut.LedgerAsync()).ShouldHaveSingleItem();
    }

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

        await DeliverOnceAsync(sut);

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
        await DeliverOnceAsync(sut);

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

        await DeliverForAsync(sut, TimeSpan.FromDays(5));

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

        await DeliverForAsync(sut, TimeSpan.FromDays(2));
        var early = sut.Receiver.Received;
        await DeliverForAsync(sut, TimeSpan.FromDays(2));

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

        await DeliverOnceAsync(sut);
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

        var delivery = DeliverOnceAsync(sut);
        await arrived.Task;
        sut.World.Time.Advance(sut.Times.Timeout);
        await delivery;

        (await sut.LedgerAsync()).ShouldHaveSingleItem().Attempts.ShouldHaveSingleItem().Error.ShouldBe("timed_out");
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

        await DeliverOnceAsync(sut);

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

        await DeliverOnceAsync(sut);

        sut.Receiver.Received.ShouldBeEmpty();
        (await sut.LedgerAsync()).ShouldHaveSingleItem().Attempts.ShouldHaveSingleItem().Error.ShouldBe("forbidden_address");
    }

    [Fact]
    public async Task without_its_secret_nothing_is_sent_and_the_queue_brings_the_pointer_back()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.World.AddPayment();
        await sut.World.RefundAsync();
        sut.World.Secrets.IsDown = true;

        await Should.ThrowAsync<SecretsUnavailableException>(() => sut.DeliverAsync("INV-1"));
        sut.World.Secrets.IsDown = false;
        await sut.DeliverAsync("INV-1");

        sut.Receiver.Received.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task two_workers_do_not_deliver_one_invoice_at_once()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        var arrived = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        sut.Receiver.Answer = async (_, _) =>
        {
            arrived.TrySetResult();
            await answer.Task;
        };
        sut.World.AddPayment();
        await sut.World.RefundAsync();

        var first = sut.DeliverAsync("INV-1");
        await arrived.Task;
        await sut.DeliverAsync("INV-1");
        answer.SetResult();
        await first;

        sut.Receiver.Received.ShouldHaveSingleItem();
        (await sut.LedgerAsync()).ShouldHaveSingleItem().Attempts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task the_sweep_makes_a_pointer_for_what_a_dead_process_left()
    {
        await using var sut = await ToldWorld.StartAsync(storage, alone: true);
        sut.World.AddPayment();
        sut.World.Storage.Before = request =>
        {
            if (request.DeliveryPointer() is not null)
                throw new ProcessDiedException();
        };
        await Should.ThrowAsync<ProcessDiedException>(() => sut.World.RefundAsync());
        sut.World.Storage.Before = _ => { };
        sut.World.Time.Advance(sut.Times.FirstCheck);

        await sut.World.Get<ISweep>().RunAsync(CancellationToken.None);
        await sut.DeliverAsync();

        sut.Receiver.Received.ShouldHaveSingleItem().IsSignedBy(sut.Secret).ShouldBeTrue();
        (await sut.HintAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task a_hint_whose_event_never_came_goes_away()
    {
        await using var sut = await ToldWorld.StartAsync(storage);
        sut.World.AddPayment();
        sut.World.Storage.Before = request =>
        {
            if (request.IsTransaction())
                throw new ProcessDiedException();
        };
        await Should.ThrowAsync<ProcessDiedException>(() => sut.World.RefundAsync());
        sut.World.Storage.Before = _ => { };

        await sut.DeliverAsync("INV-1");
        var early = await sut.HintAsync();
        sut.World.Time.Advance(sut.Times.ListedAfter);
        await sut.DeliverAsync("INV-1");

        early.ShouldNotBeNull();
        (await sut.HintAsync()).ShouldBeNull();
        sut.Receiver.Received.ShouldBeEmpty();
    }

    /// <summary>Gives out the pointers that are there now.</summary>
    private static async Task DeliverOnceAsync(ToldWorld sut)
    {
        foreach (var pointer in sut.TakeAll())
            await sut.World.Get<IEventDelivery>().RunAsync(pointer, CancellationToken.None);
    }

    private static async Task DeliverForAsync(ToldWorld sut, TimeSpan span)
    {
        var end = sut.World.Time.GetUtcNow() + span;
        await sut.DeliverAsync("INV-1");
        while ((await sut.DeliveryAsync()).NotBefore is { } next && next <= end)
        {
            sut.World.MoveTo(next);
            await sut.DeliverAsync("INV-1");
        }
        sut.World.MoveTo(end);
    }
}
