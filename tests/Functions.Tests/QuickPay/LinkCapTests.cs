using System.Net;
using Functions.Tests.Support;
using PaymentOperations.Caps;

namespace Functions.Tests.QuickPay;

/// <summary>The daily cap on the recipients that links are sent to.</summary>
public sealed class LinkCapTests
{
    [Fact]
    public async Task every_recipient_counts_copies_included_and_a_link_that_is_not_sent_counts_nothing()
    {
        await using var sut = await StartAsync();
        var delivery = LinkRequests.Delivery().With("bcc", """["d@shop.example"]""");
        var sent = LinkRequests.NewLink().With("send", """{"mobiles":["+6599999999"],"smsMessage":"Please pay"}""");

        using var sending = await sut.Http.SendAsync(Calls.Post(LinkRequests.Send, delivery, "sending"));
        using var making = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, sent, "making"));
        using var unsent = await sut.Http.SendAsync(
            Calls.Post(LinkRequests.Links, LinkRequests.NewLink().ToJsonString(), "unsent")
        );

        sending.StatusCode.ShouldBe(HttpStatusCode.OK);
        making.StatusCode.ShouldBe(HttpStatusCode.Created, await making.Content.ReadAsStringAsync());
        unsent.StatusCode.ShouldBe(HttpStatusCode.Created);
        sut.OnceOnly.Uses.Select(use => use?.Amount).ShouldBe([5, 1, null]);
        sut.OnceOnly.Uses.First()!.Kind.ShouldBe(CapKind.LinkSends);
        sut.OnceOnly.Uses.First()!.Limit.ShouldBe(200);
    }

    [Fact]
    public async Task what_is_more_than_the_day_has_left_is_refused_and_not_sent()
    {
        await using var sut = await StartAsync();
        sut.OnceOnly.Left = 3;
        var send = LinkRequests.Delivery().ToJsonString();

        using var sending = await sut.Http.SendAsync(Calls.Post(LinkRequests.Send, send));
        using var making = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, LinkRequests.NewLink().With("send", send)));

        foreach (var response in new[] { sending, making })
        {
            var problem = await response.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "daily_limit_reached");
            problem
                .GetProperty("detail")
                .GetString()
                .ShouldBe(
                    "Links may be sent to 200 recipients a day, copies included; left for today: 3. Nothing was done, and an Idempotency-Key is still free. "
                        + "Send to no more than that, or wait until the day begins anew at 2026-11-24T00:00:00+07:00; the gateway's operator sets the limit."
                );
        }

        sut.Links.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task without_a_cap_nothing_is_counted()
    {
        await using var sut = await TestApp.StartAsync();

        using var sent = await sut.Http.SendAsync(Calls.Post(LinkRequests.Send, LinkRequests.Delivery().ToJsonString()));

        sut.OnceOnly.Uses.ShouldBe([null]);
    }

    private static async Task<TestApp> StartAsync()
    {
        var app = await TestApp.StartAsync();
        app.Merchants.Change(merchant => merchant with { DailyLinkSends = 200 });
        return app;
    }
}
