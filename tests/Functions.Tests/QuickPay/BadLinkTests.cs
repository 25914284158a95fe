using System.Net;
using System.Text.Json.Nodes;
using Functions.Tests.Support;

namespace Functions.Tests.QuickPay;

/// <summary>What is wrong with a request is told by the names of our JSON, and 2C2P is not called.</summary>
public sealed class BadLinkTests
{
    private const string SixtyOne = "\"1234567890123456789012345678901234567890123456789012345678901\"";

    [Theory]
    [InlineData("orderIdPrefix", null, "orderIdPrefix")]
    [InlineData("orderIdPrefix", "\"a b\"", "orderIdPrefix")]
    [InlineData("orderIdPrefix", "\"123456789012345678901234567890123456789012345678901\"", "orderIdPrefix")]
    [InlineData("description", null, "description")]
    [InlineData("description", "\"<b>\"", "description")]
    [InlineData("description", "\"\\ud800\"", "description")]
    [InlineData("currency", null, "currency")]
    [InlineData("currency", "\"sgd\"", "currency")]
    [InlineData("currency", "\"702\"", "currency")]
    [InlineData("amount", null, "amount")]
    [InlineData("amount", "\"100.00\"", "amount")]
    [InlineData("amount", "0", "amount")]
    [InlineData("amount", "-1", "amount")]
    [InlineData("amount", "1e2", "amount")]
    [InlineData("amount", "1.001", "amount")]
    [InlineData("amount", "10000000000", "amount")]
    [InlineData("expiry", null, "expiry")]
    [InlineData("expiry", "\"2026-12-31\"", "expiry")]
    [InlineData("expiry", "\"2026-12-31T23:59:59\"", "expiry")]
    [InlineData("expiry", "\"31122026\"", "expiry")]
    [InlineData("expiry", "\"2026-02-30T00:00:00Z\"", "expiry")]
    [InlineData("expiry", "\"2026-11-23T09:59:59Z\"", "expiry")]
    [InlineData("expiry", "\"9999-12-31T23:59:59Z\"", "expiry")]
    [InlineData("expiry", "1798732799", "expiry")]
    [InlineData("allowMultiplePayment", "\"Y\"", "allowMultiplePayment")]
    [InlineData("maxTransaction", "5", "maxTransaction")]
    [InlineData("maxTransaction", "1.5", "maxTransaction")]
    [InlineData("userData", "\"text\"", "userData")]
    [InlineData("userData", "[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"]", "userData")]
    [InlineData("userData", "[null, 1]", "userData[1]")]
    [InlineData("userData", "[null, \"a\\nb\"]", "userData[1]")]
    [InlineData("promotion", "\" \"", "promotion")]
    [InlineData("resultUrl1", "\"ftp://shop.example\"", "resultUrl1")]
    [InlineData("resultUrl2", "\"/relative\"", "resultUrl2")]
    [InlineData("paymentOption", "\"X\"", "paymentOption")]
    [InlineData("paymentExpiry", "\"2020-01-01T00:00:00Z\"", "paymentExpiry")]
    [InlineData("request3DS", "\"y\"", "request3DS")]
    [InlineData("enableStoreCard", "1", "enableStoreCard")]
    [InlineData("storeCardUniqueID", "\"123456789012345678901\"", "storeCardUniqueID")]
    [InlineData("recurring", "true", "recurring")]
    [InlineData("recurring", "{\"recurringAmount\":1,\"recurringInterval\":366}", "recurring.recurringInterval")]
    [InlineData("recurring", "{\"recurringInterval\":1}", "recurring.recurringAmount")]
    [InlineData("recurring", "{\"recurringAmount\":1,\"recurringInterval\":1,\"x\":1}", "recurring.x")]
    [InlineData("recurring", "{\"recurringAmount\":1,\"chargeOnDate\":\"1501\"}", "recurring.chargeOnDate")]
    [InlineData("recurring", "{\"recurringAmount\":1,\"chargeOnDate\":\"02-30\"}", "recurring.chargeOnDate")]
    [InlineData(
        "recurring",
        "{\"recurringAmount\":1,\"recurringInterval\":1,\"chargeNextDate\":\"2026-11-22\"}",
        "recurring.chargeNextDate"
    )]
    [InlineData(
        "recurring",
        "{\"recurringAmount\":1,\"recurringInterval\":1,\"allowAccumulate\":true}",
        "recurring.maxAccumulateAmount"
    )]
    [InlineData("recurring", "{\"recurringAmount\":1,\"recurringInterval\":1,\"recurringCount\":-1}", "recurring.recurringCount")]
    [InlineData("send", "{}", "send.emails,send.mobiles")]
    [InlineData("send", "[]", "send")]
    [InlineData("send", "{\"mobiles\":[\"6599999999\"],\"smsMessage\":\"m\"}", "send.mobiles")]
    [InlineData("qpID", "\"1\"", "qpID")]
    public async Task a_wrong_member_of_a_new_link_is_named(string member, string? json, string fields)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, LinkRequests.NewLink().With(member, json)));

        await ShouldNameAsync(sut, response, fields);
    }

    [Theory]
    [InlineData("{\"recurringAmount\":1}")]
    [InlineData("{\"recurringAmount\":1,\"recurringInterval\":1,\"chargeOnDate\":\"01-15\"}")]
    public async Task a_plan_has_exactly_one_schedule(string plan)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(
            Calls.Post(LinkRequests.Links, LinkRequests.NewLink().With("recurring", plan))
        );

        await ShouldNameAsync(sut, response, "recurring.chargeOnDate,recurring.recurringInterval");
    }

    [Theory]
    [InlineData("emailSubject", "\"Buy <now>\"", "emailSubject")]
    [InlineData("emailSubject", "\"<\"", "emailSubject")]
    [InlineData("emailSubject", null, "emailSubject")]
    [InlineData("emailSubject", "\"a\\tb\"", "emailSubject")]
    [InlineData("emailMessage", "\"1 > 0\"", "emailMessage")]
    [InlineData("emailMessage", null, "emailMessage")]
    [InlineData("smsMessage", null, "smsMessage")]
    [InlineData("smsMessage", SixtyOne, "smsMessage")]
    [InlineData("emails", "\"a@shop.example\"", "emails")]
    [InlineData("emails", "[\"a@shop.example\", 1]", "emails[1]")]
    [InlineData("emails", "[\"a@shop.example\", null]", "emails[1]")]
    [InlineData("emails", "[\"a@shop.example;b@shop.example\"]", "emails")]
    [InlineData("emails", "[\"\"]", "emails")]
    [InlineData("emails", "[\"a@shop\"]", "emails")]
    [InlineData("emails", "[]", "cc")]
    [InlineData("cc", "[\"c\"]", "cc")]
    [InlineData("bcc", "[\"b;c@shop.example\"]", "bcc")]
    [InlineData("mobiles", "[\"6599999999\"]", "mobiles")]
    [InlineData("mobiles", "[\"+65 9999 9999\"]", "mobiles")]
    [InlineData("mobiles", "[\"+6599999999;+6588888888\"]", "mobiles")]
    [InlineData("mobiles", "[\"+1234567890123456\"]", "mobiles")]
    [InlineData("mobiles", "[6599999999]", "mobiles[0]")]
    [InlineData("toEmails", "[\"a@shop.example\"]", "toEmails")]
    public async Task a_wrong_member_of_a_delivery_is_named(string member, string? json, string fields)
    {
        await using var sut = await TestApp.StartAsync();
        var link = LinkRequests.NewLink();
        link["send"] = LinkRequests.Delivery();

        using var sent = await sut.Http.SendAsync(Calls.Post(LinkRequests.Send, LinkRequests.Delivery().With(member, json)));
        using var made = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, link.With($"send.{member}", json)));

        await ShouldNameAsync(sut, sent, fields);
        await ShouldNameAsync(sut, made, $"send.{fields}");
    }

    [Theory]
    [InlineData("emails")]
    [InlineData("cc")]
    [InlineData("bcc")]
    [InlineData("mobiles")]
    public async Task recipients_have_255_characters_together_with_what_separates_them(string member)
    {
        await using var sut = await TestApp.StartAsync();
        var isMobile = member == "mobiles";

        // 16 of 15 and their separators are 255; emails are cut to the same length.
        var fitting = Enumerable
            .Range(0, 16)
            .Select(n => isMobile ? $"+6599999999{n:000}0"[..15] : $"a{n:00}@shop.example"[..15]);
        using var fits = await sut.Http.SendAsync(
            Calls.Post(LinkRequests.Send, LinkRequests.Delivery().With(member, Array(fitting)), "fits")
        );
        using var longer = await sut.Http.SendAsync(
            Calls.Post(
                LinkRequests.Send,
                LinkRequests.Delivery().With(member, Array(fitting.Append(isMobile ? "+6512345" : "x@y.zz"))),
                "longer"
            )
        );

        fits.StatusCode.ShouldBe(HttpStatusCode.OK, await fits.Content.ReadAsStringAsync());
        var problem = await longer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe([member]);
        sut.Links.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task everything_that_is_wrong_is_named_at_once()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(
            Calls.Post(
                LinkRequests.Links,
                """{"amount":"1","currency":1,"extra":1,"recurring":{"recurringCount":"1"},"send":{"emails":{}}}"""
            )
        );

        await ShouldNameAsync(
            sut,
            response,
            "amount,currency,description,expiry,extra,orderIdPrefix,recurring.recurringAmount,recurring.recurringCount,send.emails"
        );
    }

    [Theory]
    [InlineData("[]", "$")]
    [InlineData("null", "$")]
    [InlineData("{", "$")]
    [InlineData("", "$")]
    [InlineData("{\"emails\":[],\"emails\":[]}", "emails")]
    public async Task a_body_that_is_no_good_object_is_refused(string body, string field)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(LinkRequests.Send, body));

        await ShouldNameAsync(sut, response, field);
    }

    [Fact]
    public async Task another_media_type_and_a_body_that_is_too_large_are_refused()
    {
        await using var sut = await TestApp.StartAsync();
        var asText = Calls.Post(LinkRequests.Links, LinkRequests.NewLink().ToJsonString());
        asText.Content!.Headers.ContentType = new("text/plain");

        using var text = await sut.Http.SendAsync(asText);
        using var large = await sut.Http.SendAsync(
            Calls.Post(LinkRequests.Links, LinkRequests.NewLink().ToJsonString().PadRight(65_537))
        );

        await text.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        await large.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
        sut.Links.Asked.ShouldBeEmpty();
    }

    private static string Array(IEnumerable<string> texts) =>
        new JsonArray([.. texts.Select(text => JsonValue.Create(text))]).ToJsonString();

    private static async Task ShouldNameAsync(TestApp sut, HttpResponseMessage response, string fields)
    {
        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe(fields.Split(','));
        sut.Links.Asked.ShouldBeEmpty();
    }
}
