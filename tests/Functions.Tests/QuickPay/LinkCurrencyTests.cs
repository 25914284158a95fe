using System.Net;
using Functions.Tests.Support;
using TwoC2P.QuickPay;

namespace Functions.Tests.QuickPay;

/// <summary>Amounts of links are in the link's own decimals; its currency may be known only once 2C2P has shown it.</summary>
public sealed class LinkCurrencyTests
{
    [Theory]
    [InlineData("JPY", "10000", "10000")]
    [InlineData("SGD", "99.9", "99.90")]
    [InlineData("KWD", "12.345", "12.345")]
    [InlineData("CLF", "1.2345", "1.2345")]
    public async Task a_new_link_has_the_decimals_of_its_currency(string currency, string amount, string shown)
    {
        await using var sut = await TestApp.StartAsync();
        var value = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
        sut.Links.Shows(FakeApis.Answered(SampleLink.Shown() with { Currency = currency, Amount = new(amount, value) }));

        using var made = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, NewLink(currency, amount)));
        using var read = await sut.Http.SendAsync(Calls.Get(LinkRequests.Link));

        made.StatusCode.ShouldBe(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        var sent = sut.Links.Asked.OfType<GenerateLinkRequest>().ShouldHaveSingleItem().Terms;
        (sent.Currency, sent.Amount).ShouldBe((currency, value));
        (await read.JsonAsync()).GetProperty("amount").GetRawText().ShouldBe(shown);
    }

    [Theory]
    [InlineData("JPY", "100.5")]
    [InlineData("SGD", "1.001")]
    [InlineData("KWD", "1.0001")]
    public async Task more_decimals_than_the_currency_has_are_refused_by_name(string currency, string amount)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, NewLink(currency, amount)));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe(["amount"]);
        sut.Links.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("JPY", "9999999999999", true)]
    [InlineData("KWD", "12.345", true)]
    [InlineData("SGD", "12.345", false)]
    [InlineData("JPY", "0.5", false)]
    public async Task a_change_is_judged_by_the_links_own_currency(string currency, string amount, bool isTaken)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Links.Shows(FakeApis.Answered(SampleLink.Shown() with { Currency = currency }));

        using var response = await sut.Http.SendAsync(Calls.Patch(LinkRequests.Link, $$"""{"amount":{{amount}}}"""));

        response.StatusCode.ShouldBe(
            isTaken ? HttpStatusCode.OK : HttpStatusCode.BadRequest,
            await response.Content.ReadAsStringAsync()
        );
        sut.Links.Asked.OfType<UpdateLinkRequest>().Count().ShouldBe(isTaken ? 1 : 0);
    }

    [Theory]
    [InlineData("expiry", "\"2569-12-25T00:00:00+07:00\"")]
    [InlineData("expiry", "\"2037-01-01T00:00:00+07:00\"")]
    [InlineData("paymentExpiry", "\"2037-01-01T00:00:00+07:00\"")]
    [InlineData(
        "recurring",
        "{\"recurringAmount\":1,\"recurringInterval\":1,\"chargeNextDate\":\"2569-12-25\"}",
        "recurring.chargeNextDate"
    )]
    public async Task a_date_more_than_ten_years_ahead_is_refused_by_name(string member, string json, string? field = null)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(LinkRequests.Links, LinkRequests.NewLink().With(member, json)));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe([field ?? member]);
        sut.Links.Asked.ShouldBeEmpty();
    }

    private static string NewLink(string currency, string amount) =>
        LinkRequests.NewLink().With("amount", amount).Replace("\"SGD\"", $"\"{currency}\"", StringComparison.Ordinal);
}
