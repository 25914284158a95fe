using System.Net;
using Functions.Tests.Support;
using PaymentOperations.Merchants;
using TwoC2P.Outcomes;
using TwoC2P.QuickPay;

namespace Functions.Tests.QuickPay;

/// <summary>A link is made and sent at most once per Idempotency-Key.</summary>
public sealed class LinkKeyTests
{
    private static readonly string Body = LinkRequests.NewLink().ToJsonString();

    [Fact]
    public async Task a_repeat_gets_the_same_link_and_nothing_is_made_again()
    {
        await using var sut = await TestApp.StartAsync();
        using var first = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, Body));
        // The same request in another spelling: order of members, white space, 100.0, another offset of the same moment.
        const string same = """
            { "expiry": "2026-12-31T16:59:59Z", "amount": 100.0, "currency": "SGD", "description": "Spring promotion",
              "orderIdPrefix": "SPRING-1", "send": null, "userData": [], "allowMultiplePayment": false }
            """;

        using var repeat = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, same));

        repeat.StatusCode.ShouldBe(HttpStatusCode.Created);
        repeat.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        repeat.Headers.Location.ShouldBe(first.Headers.Location);
        (await repeat.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        sut.Links.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("amount", "100.01")]
    [InlineData("orderIdPrefix", "\"SPRING-2\"")]
    [InlineData("userData", "[null, \"order\"]")]
    [InlineData("expiry", "\"2026-12-31T23:59:58+07:00\"")]
    public async Task a_key_belongs_to_one_request(string member, string json)
    {
        await using var sut = await TestApp.StartAsync();
        using var first = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, Body));

        using var other = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, LinkRequests.NewLink().With(member, json)));

        await other.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
        sut.Links.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_key_of_a_delivery_is_not_one_of_another_link_or_other_recipients()
    {
        await using var sut = await TestApp.StartAsync();
        var body = LinkRequests.Delivery().ToJsonString();
        using var first = await sut.Http.SendAsync(Calls.Post(LinkRequests.Send, body));

        using var otherLink = await sut.Http.SendAsync(Calls.Post($"{LinkRequests.Links}/231096/send", body));
        using var others = await sut.Http.SendAsync(
            Calls.Post(LinkRequests.Send, LinkRequests.Delivery().With("mobiles", """["+6599999998"]"""))
        );
        using var repeat = await sut.Http.SendAsync(Calls.Post(LinkRequests.Send, body));

        await otherLink.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
        await others.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
        repeat.StatusCode.ShouldBe(HttpStatusCode.OK);
        repeat.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        sut.Links.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_repeat_while_the_first_is_being_executed_is_told_to_come_back()
    {
        await using var sut = await TestApp.StartAsync();
        var asked = new TaskCompletionSource();
        var answer = new TaskCompletionSource<GatewayOutcome<GenerateLinkResponse>>();
        sut.Links.Made = () =>
        {
            asked.SetResult();
            return answer.Task;
        };
        var first = sut.Http.SendAsync(Calls.Post(LinkRequests.Links, Body));
        await asked.Task;

        using var meanwhile = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, Body));
        answer.SetResult(FakeApis.Answered(SampleLink.Made()));
        using var made = await first;

        await meanwhile.ShouldBeProblemAsync(HttpStatusCode.Conflict, "operation_executing");
        meanwhile.Headers.RetryAfter.ShouldNotBeNull();
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        sut.Links.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(UnknownReason.TimedOut, HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    [InlineData(UnknownReason.ConnectionLost, HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    [InlineData(UnknownReason.Unverified, HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    [InlineData(UnknownReason.Mismatched, HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    public async Task what_may_have_been_sent_is_never_sent_again_with_the_same_key(
        UnknownReason reason,
        HttpStatusCode status,
        string code
    )
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Sent = new GatewayOutcome<SendLinkResponse>.Unknown(reason, null, null);
        sut.Links.Made = () =>
            Task.FromResult<GatewayOutcome<GenerateLinkResponse>>(
                new GatewayOutcome<GenerateLinkResponse>.Unknown(reason, null, null)
            );
        var delivery = LinkRequests.Delivery().ToJsonString();

        using var made = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, Body, "made"));
        using var madeAgain = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, Body, "made"));
        using var sent = await sut.Http.SendAsync(Calls.Post(LinkRequests.Send, delivery, "sent"));
        using var sentAgain = await sut.Http.SendAsync(Calls.Post(LinkRequests.Send, delivery, "sent"));

        (await made.ShouldBeProblemAsync(status, code)).GetProperty("retryable").GetBoolean().ShouldBeFalse();
        await madeAgain.ShouldBeProblemAsync(HttpStatusCode.Conflict, "outcome_unknown");
        await sent.ShouldBeProblemAsync(status, code);
        await sentAgain.ShouldBeProblemAsync(HttpStatusCode.Conflict, "outcome_unknown");
        sut.Links.Asked.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("999", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown", true)]
    [InlineData("777", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown", true)]
    [InlineData("002", HttpStatusCode.NotFound, "link_not_found", false)]
    [InlineData("104", HttpStatusCode.UnprocessableEntity, "gateway_refused", false)]
    [InlineData("001", HttpStatusCode.UnprocessableEntity, "gateway_settings_refused", false)]
    public async Task a_refusal_frees_the_key_only_if_it_is_certain(
        string resCode,
        HttpStatusCode status,
        string code,
        bool isKept
    )
    {
        await using var sut = await TestApp.StartAsync();
        var refusal = SampleLink.Refused(SampleLink.Sent(), resCode, "No");
        sut.Links.Sent = new GatewayOutcome<SendLinkResponse>.Refused(refusal, FakeApis.Evidence);
        var body = LinkRequests.Delivery().ToJsonString();

        using var refused = await sut.Http.SendAsync(Calls.Post(LinkRequests.Send, body));
        sut.Links.Sent = FakeApis.Answered(SampleLink.Sent());
        using var again = await sut.Http.SendAsync(Calls.Post(LinkRequests.Send, body));

        var problem = await refused.ShouldBeProblemAsync(status, code);
        problem.GetProperty("gateway").GetProperty("respCode").GetString().ShouldBe(resCode);
        problem.GetProperty("gateway").GetProperty("respDesc").GetString().ShouldBe("No");
        again.StatusCode.ShouldBe(isKept ? HttpStatusCode.Conflict : HttpStatusCode.OK);
        sut.Links.Asked.Count.ShouldBe(isKept ? 1 : 2);
    }

    [Fact]
    public async Task a_refusal_of_a_new_link_has_2c2ps_reason()
    {
        await using var sut = await TestApp.StartAsync();
        var refusal = SampleLink.Refused(SampleLink.Made(), "013", "Order id already in use");
        sut.Links.Made = () =>
            Task.FromResult<GatewayOutcome<GenerateLinkResponse>>(
                new GatewayOutcome<GenerateLinkResponse>.Refused(refusal, FakeApis.Evidence)
            );

        using var response = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, Body));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "gateway_refused");
        problem.GetProperty("gateway").GetProperty("respCode").GetString().ShouldBe("013");
    }

    [Fact]
    public async Task what_never_left_may_be_repeated_with_the_same_key()
    {
        await using var sut = await TestApp.StartAsync();
        var body = LinkRequests.Delivery().ToJsonString();
        sut.Links.Sent = new GatewayOutcome<SendLinkResponse>.NeverSent(NeverSentReason.NotConnected, []);

        using var first = await sut.Http.SendAsync(Calls.Post(LinkRequests.Send, body));
        sut.Links.Sent = FakeApis.Answered(SampleLink.Sent());
        using var repeat = await sut.Http.SendAsync(Calls.Post(LinkRequests.Send, body));

        await first.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "gateway_unreachable");
        repeat.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task nothing_is_sent_while_the_key_cannot_be_written_down()
    {
        await using var sut = await TestApp.StartAsync();
        sut.OnceOnly.IsDown = true;

        using var response = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, Body));

        await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
        sut.Links.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task an_outage_of_the_secrets_leaves_the_key_free()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.GatewayFailure = new SecretsUnavailableException("secrets", new TimeoutException());

        using var first = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, Body));
        sut.Merchants.GatewayFailure = null;
        using var repeat = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, Body));

        await first.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
        repeat.StatusCode.ShouldBe(HttpStatusCode.Created);
        repeat.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
    }

    [Theory]
    [InlineData(LinkRequests.Links)]
    [InlineData(LinkRequests.Send)]
    public async Task a_post_without_a_key_is_refused(string path)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(path, Body, idempotencyKey: null));

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "idempotency_key_required");
        sut.Links.Asked.ShouldBeEmpty();
    }
}
