using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Functions.Tests.Support;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;

namespace Functions.Tests.QuickPay;

public sealed class CreateLinkTests
{
    private const string FullTerms = """
        {
          "orderIdPrefix": "SPRING-1", "description": "Spring promotion", "currency": "SGD", "amount": 100, "expiry": "2026-12-31T16:59:59.123Z",
          "allowMultiplePayment": true, "maxTransaction": 10, "userData": ["one", null, "three"], "promotion": "P", "categoryId": "7",
          "resultUrl1": "https://shop.example/1", "resultUrl2": "https://shop.example/2", "paymentOption": "A", "ippInterestType": "M",
          "paymentExpiry": "2026-12-30T00:00:00+07:00", "request3DS": "Y", "enableStoreCard": true,
          "recurring": { "recurringAmount": 25.5, "allowAccumulate": true, "maxAccumulateAmount": 0, "recurringCount": 12, "chargeNextDate": "2027-01-15", "chargeOnDate": "01-15" },
          "useStoreCardOnly": false, "storeCardUniqueID": "260121085327001000", "ippPeriodFilter": "3,6"
        }
        """;

    [Fact]
    public async Task a_link_is_made_and_found_at_its_location()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, LinkRequests.NewLink().ToJsonString()));

        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        response.Headers.Location!.ToString().ShouldBe("/api/merchants/JT01/quickpay/links/231095");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var body = await response.JsonAsync();
        body.GetProperty("qpID").GetString().ShouldBe("231095");
        body.GetProperty("amount").GetRawText().ShouldBe("100.00");
        body.GetProperty("expiry").GetString().ShouldBe("2026-12-31T16:59:59Z");
        body.GetProperty("url").GetString().ShouldBe(SampleLink.Url);
        body.GetProperty("recipients").ValueKind.ShouldBe(JsonValueKind.Null);
        body.GetProperty("gateway").GetProperty("respCode").GetString().ShouldBe("000");
        sut.Links.Asked.ShouldHaveSingleItem().ShouldBeOfType<GenerateLinkRequest>();
    }

    [Fact]
    public async Task every_term_reaches_2c2p()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, FullTerms));

        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        var request = sut.Links.Asked.ShouldHaveSingleItem().ShouldBeOfType<GenerateLinkRequest>();
        request.OrderIdPrefix.ShouldBe("SPRING-1");
        request.Terms.UserData.ShouldBe(["one", null, "three"]);
        request.Terms.ShouldBeEquivalentTo(
            new QuickPayLinkTerms
            {
                Description = "Spring promotion",
                Currency = "SGD",
                Amount = 100m,
                AllowMultiplePayment = true,
                MaxTransaction = 10,
                Expiry = new(2026, 12, 31, 16, 59, 59, TimeSpan.Zero),
                UserData = request.Terms.UserData,
                Promotion = "P",
                CategoryId = "7",
                ResultUrl1 = "https://shop.example/1",
                ResultUrl2 = "https://shop.example/2",
                PaymentOption = "A",
                IppInterestType = "M",
                PaymentExpiry = new(2026, 12, 30, 0, 0, 0, TimeSpan.FromHours(7)),
                Request3DS = "Y",
                EnableStoreCard = true,
                Recurring = new()
                {
                    Amount = 25.5m,
                    AllowAccumulate = true,
                    MaxAccumulateAmount = 0m,
                    Count = 12,
                    ChargeNextDate = new(2027, 1, 15),
                    ChargeOnDate = DayAndMonth.TryParseIso("01-15", out var day) ? day : null,
                },
                UseStoreCardOnly = false,
                StoreCardUniqueId = "260121085327001000",
                IppPeriodFilter = "3,6",
            }
        );
    }

    [Fact]
    public async Task a_link_that_is_sent_at_once_tells_what_became_of_each_recipient()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Made = () =>
            Task.FromResult(
                FakeApis.Answered(
                    SampleLink.Made() with
                    {
                        Delivery = new() { SuccessEmails = ["A@shop.example"], FailedMobiles = ["+6599999999"] },
                    }
                )
            );
        var link = LinkRequests.NewLink();
        link["send"] = LinkRequests.Delivery();

        using var response = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, link.ToJsonString()));

        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        var recipients = JsonNode.Parse((await response.JsonAsync()).GetProperty("recipients").GetRawText())!;
        JsonNode
            .DeepEquals(
                recipients,
                JsonNode.Parse(
                    """
                    [
                      { "channel": "email", "recipient": "a@shop.example", "result": "delivered" },
                      { "channel": "email", "recipient": "b@shop.example", "result": "notReported" },
                      { "channel": "email", "recipient": "c@shop.example", "result": "notReported" },
                      { "channel": "mobile", "recipient": "+6599999999", "result": "failed" }
                    ]
                    """
                )
            )
            .ShouldBeTrue(recipients.ToJsonString());
        var request = sut.Links.Asked.ShouldHaveSingleItem().ShouldBeOfType<GenerateAndSendLinkRequest>();
        request.Delivery.ToEmails.ShouldBe(["a@shop.example", "b@shop.example"]);
        request.Delivery.CcEmails.ShouldBe(["c@shop.example"]);
        request.Delivery.EmailMessage.ShouldBe("Please pay.");
    }

    [Fact]
    public async Task a_caller_that_hangs_up_cannot_cut_the_request_in_half()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, LinkRequests.NewLink().ToJsonString()));

        sut.Links.TokensOfWrites.ShouldBe([CancellationToken.None]);
    }

    [Fact]
    public async Task a_key_without_the_scope_makes_no_link()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Add(FakeMerchants.KeyOf("reader", "quickpay:read"));

        using var response = await sut.Http.SendAsync(
            Calls.Post(LinkRequests.Links, LinkRequests.NewLink().ToJsonString()).With("X-Api-Key", "reader")
        );

        await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "missing_scope");
        sut.Links.Asked.ShouldBeEmpty();
    }
}
