using System.Net;
using System.Text.Json;
using Functions.Tests.Support;
using TwoC2P.QuickPay;

namespace Functions.Tests.QuickPay;

public sealed class SendLinkTests
{
    [Fact]
    public async Task every_recipient_has_a_result_and_a_failed_delivery_is_no_error()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Sent = FakeApis.Answered(
            SampleLink.Sent() with
            {
                Delivery = new()
                {
                    SuccessEmails = ["a@shop.example"],
                    FailedEmails = ["b@shop.example"],
                    SuccessMobiles = ["+6588888888"],
                    FailedMobiles = ["+6599999999"],
                },
            }
        );

        using var response = await sut.Http.SendAsync(
            Calls.Post(LinkRequests.Send, LinkRequests.Delivery().With("mobiles", """["+6599999999","+6588888888"]"""))
        );

        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var body = await response.JsonAsync();
        body.GetProperty("qpID").GetString().ShouldBe("231095");
        ResultsOf(body)
            .ShouldBe([
                "email a@shop.example delivered",
                "email b@shop.example failed",
                "email c@shop.example notReported",
                "mobile +6599999999 failed",
                "mobile +6588888888 delivered",
            ]);
        var request = sut.Links.Asked.ShouldHaveSingleItem().ShouldBeOfType<SendLinkRequest>();
        request.QpId.ShouldBe("231095");
        request.Delivery.ToMobiles.ShouldBe(["+6599999999", "+6588888888"]);
        sut.Links.TokensOfWrites.ShouldBe([CancellationToken.None]);
    }

    [Fact]
    public async Task who_is_reported_both_ways_was_not_certainly_reached_and_who_was_not_asked_for_is_shown_too()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Sent = FakeApis.Answered(
            SampleLink.Sent() with
            {
                Delivery = new() { SuccessEmails = ["a@shop.example", "new@shop.example"], FailedEmails = ["A@SHOP.example"] },
            }
        );
        const string body = """{"emails":["a@shop.example"],"emailSubject":"s","emailMessage":"m"}""";

        using var response = await sut.Http.SendAsync(Calls.Post(LinkRequests.Send, body));

        ResultsOf(await response.JsonAsync()).ShouldBe(["email a@shop.example failed", "email new@shop.example delivered"]);
    }

    [Theory]
    [InlineData("2310951234567")]
    [InlineData("QP-1")]
    [InlineData("%D9%A1")]
    [InlineData("12%2034")]
    public async Task an_id_that_no_link_can_have_is_not_found_without_asking(string id)
    {
        await using var sut = await TestApp.StartAsync();

        using var sent = await sut.Http.SendAsync(
            Calls.Post($"{LinkRequests.Links}/{id}/send", LinkRequests.Delivery().ToJsonString())
        );
        using var read = await sut.Http.SendAsync(Calls.Get($"{LinkRequests.Links}/{id}"));
        using var changed = await sut.Http.SendAsync(Calls.Patch($"{LinkRequests.Links}/{id}", """{"amount":1}"""));
        using var ended = await sut.Http.SendAsync(Calls.Delete($"{LinkRequests.Links}/{id}"));

        foreach (var response in new[] { sent, read, changed, ended })
            await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "link_not_found");
        sut.Links.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task recipients_are_never_logged()
    {
        await using var sut = await TestApp.StartAsync();

        using var sent = await sut.Http.SendAsync(Calls.Post(LinkRequests.Send, LinkRequests.Delivery().ToJsonString()));
        using var refused = await sut.Http.SendAsync(
            Calls.Post(LinkRequests.Send, LinkRequests.Delivery().With("emails", """["a@shop.example;b"]"""))
        );

        (await refused.Content.ReadAsStringAsync()).ShouldNotContain("a@shop.example");
        sut.Logs.Lines.ShouldNotBeEmpty();
        sut.Logs.Lines.ShouldAllBe(line => !line.Contains("shop.example") && !line.Contains("6599999999"));
    }

    private static IEnumerable<string> ResultsOf(JsonElement body) =>
        body.GetProperty("recipients")
            .EnumerateArray()
            .Select(one => $"{one.GetProperty("channel")} {one.GetProperty("recipient")} {one.GetProperty("result")}");
}
