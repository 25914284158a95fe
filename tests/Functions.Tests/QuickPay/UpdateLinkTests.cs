using System.Net;
using System.Text.Json;
using Functions.Tests.Support;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;

namespace Functions.Tests.QuickPay;

public sealed class UpdateLinkTests
{
    [Theory]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/json")]
    public async Task what_is_left_out_stays_and_the_link_is_answered_as_it_is_afterwards(string mediaType)
    {
        await using var sut = await TestApp.StartAsync();
        var after = SampleLink.Shown() with { Description = "as 2C2P shows it" };
        sut.Links.Shows(FakeApis.Answered(SampleLink.Shown()), FakeApis.Answered(after));

        using var response = await sut.Http.SendAsync(
            Calls.Patch(LinkRequests.Link, """{"amount":90.5,"expiry":"2027-01-31T23:59:59+07:00"}""", mediaType)
        );

        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        (await response.JsonAsync()).GetProperty("description").GetString().ShouldBe("as 2C2P shows it");
        sut.Links.Asked.Select(request => request.GetType().Name)
            .ShouldBe([nameof(QueryLinkRequest), nameof(UpdateLinkRequest), nameof(QueryLinkRequest)]);
        var sent = SentBy(sut);
        sent.Amount.ShouldBe(90.5m);
        sent.Expiry.ShouldBe(new(2027, 1, 31, 16, 59, 59, TimeSpan.Zero));
        sent.Description.ShouldBe("Spring promotion");
        sent.UserData.ShouldBe(["order 1"]);
        sent.Promotion.ShouldBe("SPRING26");
        sent.Request3DS.ShouldBe("N");
        sent.EnableStoreCard.ShouldBe(false);
        sut.Links.TokensOfWrites.ShouldBe([CancellationToken.None]);
    }

    [Fact]
    public async Task a_part_of_a_plan_is_changed_and_the_rest_of_it_stays()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Shows(FakeApis.Answered(SampleLink.ShownWithPlan()));

        using var response = await sut.Http.SendAsync(
            Calls.Patch(
                LinkRequests.Link,
                """{"recurring":{"recurringAmount":30,"recurringInterval":null,"chargeOnDate":"01-15"}}"""
            )
        );

        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        var plan = SentBy(sut).Recurring.ShouldNotBeNull();
        plan.Amount.ShouldBe(30m);
        plan.Interval.ShouldBeNull();
        plan.ChargeOnDate.ToString().ShouldBe("01-15");
        plan.Count.ShouldBe(12);
        plan.ChargeNextDate.ShouldBe(new DateOnly(2027, 1, 15));
        SentBy(sut).MaxTransaction.ShouldBe(10);
    }

    /// <summary>Gateways answer the unused one of the two schedules, and a limit that is none, as nothing or as 0.</summary>
    [Fact]
    public async Task what_is_shown_as_0_where_0_means_none_is_not_sent_back_as_a_value()
    {
        await using var sut = await TestApp.StartAsync();
        DayAndMonth.TryParseIso("01-15", out var day).ShouldBeTrue();
        sut.Links.Shows(
            FakeApis.Answered(
                SampleLink.ShownWithPlan() with
                {
                    MaxTransaction = new("0", 0),
                    RecurringInterval = new("0", 0),
                    ChargeOnDate = new("1501", day),
                }
            )
        );

        using var response = await sut.Http.SendAsync(Calls.Patch(LinkRequests.Link, """{"amount":90.5}"""));

        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        SentBy(sut).MaxTransaction.ShouldBeNull();
        SentBy(sut).Recurring!.Interval.ShouldBeNull();
        var shown = await response.JsonAsync();
        shown.GetProperty("maxTransaction").ValueKind.ShouldBe(JsonValueKind.Null);
        shown.GetProperty("recurring").GetProperty("recurringInterval").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task null_ends_the_plan()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Shows(FakeApis.Answered(SampleLink.ShownWithPlan()));

        using var response = await sut.Http.SendAsync(Calls.Patch(LinkRequests.Link, """{"recurring":null}"""));

        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        SentBy(sut).Recurring.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"allowMultiplePayment":false}""")]
    [InlineData("""{"allowMultiplePayment":false,"maxTransaction":null}""")]
    public async Task a_link_for_one_payment_loses_its_limit(string patch)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Shows(FakeApis.Answered(SampleLink.ShownWithPlan()));

        using var response = await sut.Http.SendAsync(Calls.Patch(LinkRequests.Link, patch));

        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        SentBy(sut).MaxTransaction.ShouldBeNull();
    }

    [Theory]
    [InlineData("{}", "$")]
    [InlineData("[]", "$")]
    [InlineData("\"amount\"", "$")]
    [InlineData("""{"amount":1,"amount":2}""", "amount")]
    [InlineData("""{"qpID":"1"}""", "qpID")]
    [InlineData("""{"orderIdPrefix":"NEW"}""", "orderIdPrefix")]
    [InlineData("""{"send":{}}""", "send")]
    [InlineData("""{"url":"https://shop.example"}""", "url")]
    [InlineData("""{"description":null}""", "description")]
    [InlineData("""{"amount":null}""", "amount")]
    [InlineData("""{"currency":null}""", "currency")]
    [InlineData("""{"expiry":null}""", "expiry")]
    [InlineData("""{"promotion":null}""", "promotion")]
    [InlineData("""{"userData":null}""", "userData")]
    [InlineData("""{"enableStoreCard":null}""", "enableStoreCard")]
    [InlineData("""{"promotion":""}""", "promotion")]
    [InlineData("""{"amount":"1"}""", "amount")]
    [InlineData("""{"amount":{"x":1}}""", "amount")]
    [InlineData("""{"description":"\ud800"}""", "description")]
    [InlineData("""{"description":{"\ud800":1}}""", "description")]
    [InlineData("""{"userData":["\ud800"]}""", "userData[0]")]
    [InlineData("""{"\ud800":1}""", "(unnamed)")]
    [InlineData("""{"recurring":{"\ud800":1}}""", "recurring.(unnamed)")]
    [InlineData("""{"descri\ud800ption":"a","amount":1}""", "(unnamed)")]
    [InlineData("""{"recurring":{"recurring\ud800Amount":1,"recurringAmount":1}}""", "recurring.(unnamed)")]
    [InlineData("""{"description":"<b>"}""", "description")]
    [InlineData("""{"currency":"sgd"}""", "currency")]
    [InlineData("""{"expiry":"2020-01-01T00:00:00Z"}""", "expiry")]
    [InlineData("""{"maxTransaction":1001}""", "maxTransaction")]
    [InlineData("""{"maxTransaction":5,"allowMultiplePayment":false}""", "maxTransaction")]
    [InlineData("""{"resultUrl1":"shop"}""", "resultUrl1")]
    [InlineData("""{"recurring":5}""", "recurring")]
    [InlineData("""{"recurring":{}}""", "recurring")]
    [InlineData("""{"recurring":{"x":1}}""", "recurring.x")]
    [InlineData("""{"recurring":{"recurringAmount":null}}""", "recurring.recurringAmount")]
    [InlineData("""{"recurring":{"recurringAmount":"1"}}""", "recurring.recurringAmount")]
    [InlineData("""{"recurring":{"recurringInterval":0}}""", "recurring.recurringInterval")]
    [InlineData("""{"recurring":{"chargeOnDate":"02-30"}}""", "recurring.chargeOnDate")]
    [InlineData(
        """{"recurring":{"recurringInterval":1,"chargeOnDate":"01-15"}}""",
        "recurring.chargeOnDate,recurring.recurringInterval"
    )]
    [InlineData("""{"extra":1,"amount":"1","recurring":{"recurringCount":"1"}}""", "amount,extra,recurring.recurringCount")]
    public async Task a_wrong_patch_names_the_field_and_2c2p_is_not_asked(string patch, string fields)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Patch(LinkRequests.Link, patch));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe(fields.Split(','));
        sut.Links.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"recurring":{"chargeOnDate":"01-15"}}""", "recurring.chargeOnDate,recurring.recurringInterval")]
    [InlineData("""{"maxTransaction":null}""", "maxTransaction")]
    [InlineData("""{"userData":[null,"new"]}""", "userData[0]")]
    [InlineData("""{"amount":100.5,"currency":"JPY"}""", "amount")]
    public async Task a_change_that_does_not_fit_the_link_is_refused_before_anything_is_changed(string patch, string fields)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Shows(FakeApis.Answered(SampleLink.ShownWithPlan()));

        using var response = await sut.Http.SendAsync(Calls.Patch(LinkRequests.Link, patch));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe(fields.Split(','));
        sut.Links.TokensOfWrites.ShouldBeEmpty();
    }

    [Fact]
    public async Task another_media_type_is_refused()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Patch(LinkRequests.Link, """{"amount":1}""", "text/plain"));

        await response.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        sut.Links.Asked.ShouldBeEmpty();
    }

    private static QuickPayLinkTerms SentBy(TestApp sut) =>
        sut.Links.Asked.OfType<UpdateLinkRequest>().ShouldHaveSingleItem().Terms;
}
