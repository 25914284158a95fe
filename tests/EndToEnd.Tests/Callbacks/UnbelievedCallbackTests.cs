using System.Net;
using System.Text;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Callbacks;

/// <summary>What carries no hash of the merchant's key is refused and leaves nothing behind.</summary>
public abstract class UnbelievedCallbackTests(World world, string envelope)
{
    public sealed class Base64(World world) : UnbelievedCallbackTests(world, Envelopes.Base64);

    public sealed class Pkcs7(World world) : UnbelievedCallbackTests(world, Envelopes.Pkcs7);

    public sealed class Jose(World world) : UnbelievedCallbackTests(world, Envelopes.Jose);

    private WorldMerchant Merchant => WorldMerchant.Plain.In(envelope);

    [Fact]
    public async Task A_forged_one_is_refused_and_nothing_changes()
    {
        var sut = await PendingRefund.StartAsync(world, Merchant, 300.00m);

        var answers = await sut.NotifyAsync("forged");

        answers.ShouldBe([401]);
        await ShouldBeUntouchedAsync(sut);
    }

    [Fact]
    public async Task One_for_another_merchants_address_is_refused()
    {
        var sut = await PendingRefund.StartAsync(world, Merchant, 300.00m);

        var address = sut.NotifyUrl.Replace(Merchant.Id, WorldMerchant.Bounded.In(envelope).Id, StringComparison.Ordinal);
        var answers = await sut.NotifyAsync("normal", status: "RF", url: address);

        answers.ShouldBe([401]);
        await ShouldBeUntouchedAsync(sut);
    }

    [Theory]
    [InlineData("notifyResponse=bm90IHhtbA==")]
    [InlineData("this is no message")]
    [InlineData("")]
    public async Task A_body_without_a_message_is_refused(string body)
    {
        var sut = await PendingRefund.StartAsync(world, Merchant, 300.00m);

        var answer = await SendAsync(sut, HttpMethod.Post, body);

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized, answer.Body);
        answer["code"].ShouldBe("notification_not_verified");
        answer["detail"]!.ShouldContain("notifyResponse");
        await ShouldBeUntouchedAsync(sut);
    }

    [Fact]
    public async Task A_body_of_more_than_64_KiB_is_refused()
    {
        var sut = await PendingRefund.StartAsync(world, Merchant, 300.00m);

        var answer = await SendAsync(sut, HttpMethod.Post, "notifyResponse=" + new string('A', 64 * 1024));

        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer["code"].ShouldBe("body_too_large");
        await ShouldBeUntouchedAsync(sut);
    }

    [Fact]
    public async Task The_address_takes_only_POST()
    {
        var sut = await PendingRefund.StartAsync(world, Merchant, 300.00m);

        var answer = await SendAsync(sut, HttpMethod.Get, null);

        answer.Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer["code"].ShouldBe("method_not_allowed");
        answer.Headers["Allow"].ShouldContain("POST");
    }

    private async Task<Answer> SendAsync(PendingRefund refund, HttpMethod method, string? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(refund.NotifyUrl));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded");
        return await world.Shop.SendAsync(request);
    }

    private async Task ShouldBeUntouchedAsync(PendingRefund refund)
    {
        (await refund.ReadAsync())["status"].ShouldBe("pending");
        (await world.Storage.InboxAsync(refund.Id)).ShouldBeEmpty();
        (await world.Storage.QuarantineAsync(refund.Id)).ShouldBeEmpty();
    }
}
