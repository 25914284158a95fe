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
}
