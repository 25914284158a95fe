using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Faults;

/// <summary>Nothing tells whether 2C2P refunded: a person decides, and nothing is sent again.</summary>
public abstract class UndecidableTests(World world, string envelope)
{
    public sealed class Base64(World world) : UndecidableTests(world, Envelopes.Base64);

    public sealed class Jose(World world) : UndecidableTests(world, Envelopes.Jose);

    [Fact]
    public async Task A_refund_that_the_gateway_may_still_execute_awaits_a_person()
    {
        var sut = await FaultyRefund.RunAsync(
            world,
            WorldMerchant.Plain.In(envelope),
            FaultyRefund.LessThanHalf,
            new GatewayFault("closed-after-reading")
        );

        sut.ShouldAwaitPerson(refunds: 0);
    }

    [Fact]
    public async Task The_same_list_without_our_mark_awaits_a_person_where_somebody_may_refund_in_the_portal()
    {
        var sut = await FaultyRefund.RunAsync(
            world,
            WorldMerchant.NoEcho.In(envelope),
            FaultyRefund.LessThanHalf,
            new GatewayFault("answer-lost")
        );

        sut.ShouldAwaitPerson(refunds: 1);
    }
}
