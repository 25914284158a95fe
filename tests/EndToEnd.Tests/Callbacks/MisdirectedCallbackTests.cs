using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Callbacks;

/// <summary>Signed by 2C2P, but not about the operation in the address: kept for a person, and no operation moves.</summary>
public abstract class MisdirectedCallbackTests(World world, string envelope)
{
    public sealed class Base64(World world) : MisdirectedCallbackTests(world, Envelopes.Base64);

    public sealed class Jose(World world) : MisdirectedCallbackTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    [Fact]
    public async Task One_about_another_payment_is_put_in_quarantine()
    {
        var sut = await PendingRefund.StartAsync(world, Merchant, 300.00m);
        var other = await PendingRefund.StartAsync(world, Merchant, 300.00m);

        var answers = await other.NotifyAsync("normal", status: "RF", url: sut.NotifyUrl);

        await ShouldBeInQuarantineAsync(answers, sut.Id);
        (await sut.ReadAsync())["status"].ShouldBe("pending");
        (await other.ReadAsync())["status"].ShouldBe("pending");
    }

    [Fact]
    public async Task One_of_another_amount_is_put_in_quarantine()
    {
        var sut = await PendingRefund.StartAsync(world, Merchant, 300.00m);
        var other = await PendingRefund.AddAsync(world, Merchant, sut.InvoiceNo, 200.00m);

        var answers = await other.NotifyAsync("normal", status: "RF", url: sut.NotifyUrl);

        await ShouldBeInQuarantineAsync(answers, sut.Id);
        (await sut.ReadAsync())["status"].ShouldBe("pending");
    }

    [Fact]
    public async Task One_for_an_operation_that_does_not_exist_is_put_in_quarantine()
    {
        // One for each envelope: what is in quarantine is found by it.
        var unknown = $"0199ffff-0000-7000-8000-00000000000{envelope.Length}";
        var other = await PendingRefund.StartAsync(world, Merchant, 300.00m);

        var answers = await other.NotifyAsync(
            "normal",
            status: "RF",
            url: other.NotifyUrl.Replace(other.Id, unknown, StringComparison.Ordinal)
        );

        await ShouldBeInQuarantineAsync(answers, unknown);
        (await other.ReadAsync())["status"].ShouldBe("pending");
    }

    private async Task ShouldBeInQuarantineAsync(IReadOnlyList<int?> answers, string operationId)
    {
        answers.ShouldBe([200]);
        (await world.Storage.InboxAsync(operationId)).ShouldBeEmpty();
        (await world.Storage.QuarantineAsync(operationId)).ShouldHaveSingleItem();
    }
}
