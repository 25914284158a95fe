using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Faults;

/// <summary>Gateways that do not take our mark, or do not return it.</summary>
public abstract class NoMarkTests(World world, string envelope)
{
    public sealed class Base64(World world) : NoMarkTests(world, Envelopes.Base64);

    public sealed class Jose(World world) : NoMarkTests(world, Envelopes.Jose);

    private static readonly GatewayFault RefusesMarks = new("user-defined-refused", null, GatewayFault.UntilCleared);
    private static readonly GatewayFault ReturnsNoMarks = new("no-user-defined", "RS", GatewayFault.UntilCleared);

    [Fact]
    public async Task A_gateway_that_refuses_the_mark_gets_the_refund_without_it()
    {
        var sut = await FaultyRefund.RunAsync(
            world,
            WorldMerchant.RefusesEcho.In(envelope),
            FaultyRefund.LessThanHalf,
            RefusesMarks
        );

        sut.ShouldHaveSucceeded(requests: 1);
        var refund = (
            await world.Gateway.RefundsAsync(WorldMerchant.RefusesEcho.In(envelope), sut.InvoiceNo)
        ).ShouldHaveSingleItem();
        refund["userDefined1"]!.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_only_new_refund_of_the_amount_is_taken_for_ours_where_nobody_refunds_in_the_portal()
    {
        var sut = await FaultyRefund.RunAsync(
            world,
            WorldMerchant.NoPortal.In(envelope),
            FaultyRefund.LessThanHalf,
            ReturnsNoMarks,
            new GatewayFault("answer-lost")
        );

        sut.ShouldHaveSucceeded(requests: 1);
    }

    [Fact]
    public async Task A_merchant_that_wants_no_marks_sends_none()
    {
        var sut = await FaultyRefund.RunAsync(world, WorldMerchant.NoEcho.In(envelope), FaultyRefund.LessThanHalf);

        sut.ShouldHaveSucceeded(requests: 1);
        var refund = (await world.Gateway.RefundsAsync(WorldMerchant.NoEcho.In(envelope), sut.InvoiceNo)).ShouldHaveSingleItem();
        refund["userDefined1"]!.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lost_answer_of_a_gateway_that_refuses_marks_awaits_a_person()
    {
        var sut = await FaultyRefund.RunAsync(
            world,
            WorldMerchant.RefusesEcho.In(envelope),
            FaultyRefund.LessThanHalf,
            RefusesMarks,
            new GatewayFault("answer-lost")
        );

        sut.ShouldAwaitPerson(refunds: 1);
    }
}
