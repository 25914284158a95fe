using System.Net;
using EndToEnd.Tests.Worlds;
using Testing;

namespace EndToEnd.Tests.Callbacks;

/// <summary>A verified callback makes the runner ask 2C2P, whose own list decides.</summary>
public abstract class VerifiedCallbackTests(World world, string envelope)
{
    public sealed class Base64(World world) : VerifiedCallbackTests(world, Envelopes.Base64);

    public sealed class Pkcs7(World world) : VerifiedCallbackTests(world, Envelopes.Pkcs7);

    public sealed class Jose(World world) : VerifiedCallbackTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    [Fact]
    public async Task A_confirmation_ends_the_refund_as_succeeded()
    {
        var sut = await PendingRefund.StartAsync(world, Merchant, 300.00m);

        await sut.FinishAsync();
        var refund = await sut.WaitForAsync("succeeded");
        await AllAreAppliedAsync(sut);

        refund.Json["gateway"]!["status"]!.ToString().ShouldBe("RF");
        (await world.Storage.InboxAsync(sut.Id)).ShouldHaveSingleItem();
        (await world.Gateway.CountAsync(Merchant, sut.InvoiceNo, "R")).ShouldBe(1);
    }

    [Fact]
    public async Task A_rejection_ends_the_refund_as_failed_and_frees_its_amount()
    {
        var sut = await PendingRefund.StartAsync(world, Merchant, PendingRefund.Captured);

        await sut.RejectAsync();
        await sut.WaitForAsync("failed");
        var again = await world.Shop.RefundAsync(Merchant, sut.InvoiceNo, PendingRefund.Captured);

        again.Status.ShouldBe(HttpStatusCode.Accepted, again.Body);
        await world.Shop.WaitForAsync(Merchant, again["id"]!, "pending");
    }

    [Fact]
    public async Task A_duplicate_is_one_message()
    {
        var sut = await PendingRefund.StartAsync(world, Merchant, 300.00m);
        await sut.FinishAsync(notify: false);

        var answers = await sut.NotifyAsync("duplicate");
        await sut.WaitForAsync("succeeded");
        await AllAreAppliedAsync(sut);

        answers.ShouldBe([200, 200]);
        (await world.Storage.InboxAsync(sut.Id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_older_state_that_arrives_last_does_not_undo_the_end()
    {
        var sut = await PendingRefund.StartAsync(world, Merchant, 300.00m);
        await sut.FinishAsync(notify: false);

        var answers = await sut.NotifyAsync("out-of-order");
        await sut.WaitForAsync("succeeded");
        await AllAreAppliedAsync(sut);

        answers.ShouldBe([200, 200]);
        (await world.Storage.InboxAsync(sut.Id)).Count.ShouldBe(2);
        (await sut.ReadAsync())["status"].ShouldBe("succeeded");
    }

    [Fact]
    public async Task Plus_signs_that_were_not_escaped_are_understood()
    {
        var sut = await PendingRefund.StartAsync(world, Merchant, 300.00m);
        await sut.FinishAsync(notify: false);

        var answers = await sut.NotifyAsync("raw-plus");

        answers.ShouldBe([200]);
        await sut.WaitForAsync("succeeded");
    }

    [Fact]
    public async Task A_signed_word_that_the_list_contradicts_changes_nothing()
    {
        var sut = await PendingRefund.StartAsync(world, Merchant, 300.00m);

        var answers = await sut.NotifyAsync("normal", status: "RF");
        var asked = await world.Gateway.CountAsync(Merchant, sut.InvoiceNo, "RS");
        await Eventually.IsTrueAsync(async () => await world.Gateway.CountAsync(Merchant, sut.InvoiceNo, "RS") > asked + 1);

        answers.ShouldBe([200]);
        (await sut.ReadAsync())["status"].ShouldBe("pending");
    }

    [Fact]
    public async Task A_lost_callback_is_made_up_for_by_asking()
    {
        var sut = await PendingRefund.StartAsync(world, Merchant, 300.00m);
        await world.Gateway.FaultAsync(Merchant, sut.InvoiceNo, "notify-lost");

        await sut.FinishAsync();

        await sut.WaitForAsync("succeeded");
        (await world.Storage.InboxAsync(sut.Id)).ShouldBeEmpty();
    }

    private Task AllAreAppliedAsync(PendingRefund refund) =>
        Eventually.IsTrueAsync(async () =>
            (await world.Storage.InboxAsync(refund.Id)) is { Count: > 0 } messages
            && messages.All(message => message.ContainsKey("appliedAt"))
        );
}
