using PaymentOperations.Merchants;
using PaymentOperations.Operations;
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
}
