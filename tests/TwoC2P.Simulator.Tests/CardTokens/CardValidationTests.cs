using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.CardTokens;

public sealed class CardValidationTests : IAsyncLifetime
{
    private const string Seeded = "260121085327001000";

    private SimulatorHost _sut = null!;

    /// <summary>A request that is wrong in every way, put right one step at a time, meets the checks in their order.</summary>
    [Fact]
    public async Task The_first_thing_wrong_in_the_gateways_order_is_the_answer()
    {
        var request = ApiRequest.Card("").With("merchantID", "NOBODY").With("hashValue", "00").With("cardholderEmail", "x");
        (string Field, string Value)[] steps =
        [
            ("action", "X"),
            ("merchantID", "JT01"),
            ("hashValue", request.Hash()),
            ("action", "U"),
            ("storeCardUniqueID", "not an id"),
            ("storeCardUniqueID", Seeded),
            ("cardholderEmail", "x@shop.example"),
        ];
        var codes = new List<string> { (await _sut.CallAsync(request)).Text("respCode") };

        foreach (var (field, value) in steps)
        {
            request.With(field, value);
            if (codes.Count > 2)
                request.With("hashValue", request.Hash());
            codes.Add((await _sut.CallAsync(request)).Text("respCode"));
        }

        codes.ShouldBe(["10", "03", "13", "17", "10", "04", "05", "00"]);
    }

    [Theory]
    [InlineData("pan", "4111111111111112")]
    [InlineData("pan", "4111 1111 1111 1111")]
    [InlineData("pan", "41111111111111111111")]
    [InlineData("storeCardUniqueID", Seeded)]
    [InlineData("panCountry", "th")]
    [InlineData("panCountry", "THA")]
    [InlineData("panCurrency", "THB")]
    [InlineData("panCurrency", "000")]
    [InlineData("cardholderName", "Robert; DROP")]
    [InlineData("cardholderName", "สมชาย")]
    [InlineData("panExpiry", "1330")]
    [InlineData("panExpiry", "1026")]
    [InlineData("panExpiry", "12/30")]
    [InlineData("version", "2.3.1")]
    [InlineData("timeStamp", "2026-11-23")]
    public async Task A_value_out_of_form_fails_validation(string field, string value)
    {
        var answer = await _sut.CallAsync(ApiRequest.AddCard().With(field, value));

        answer.Text("respCode").ShouldBe("11");
        (await _sut.ReadAsync("cards?merchantId=JT01")).AsArray().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("panBank", 50)]
    [InlineData("cardholderName", 50)]
    public async Task A_text_is_taken_up_to_its_published_length(string field, int length)
    {
        var longest = await _sut.CallAsync(ApiRequest.AddCard().With(field, new string('x', length)));
        var longer = await _sut.CallAsync(ApiRequest.AddCard().With(field, new string('x', length + 1)));

        longest.Text("respCode").ShouldBe("00");
        longer.Text("respCode").ShouldBe("11");
    }

    [Theory]
    [InlineData("pan")]
    [InlineData("version")]
    [InlineData("merchantID")]
    [InlineData("action")]
    public async Task A_mandatory_value_must_not_be_missing(string field)
    {
        var answer = await _sut.CallAsync(ApiRequest.AddCard().With(field, ""));

        answer.Text("respCode").ShouldBe("10");
        answer.Text("hashValue").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_comes_with_an_addition_only()
    {
        var answer = await _sut.CallAsync(ApiRequest.Card("U", Seeded).With("pan", "4111111111111111"));

        answer.Text("respCode").ShouldBe("11");
    }

    [Fact]
    public async Task A_card_is_good_until_its_month_ends()
    {
        var answer = await _sut.CallAsync(ApiRequest.AddCard().With("panExpiry", "1126"));

        answer.Text("respCode").ShouldBe("00");
    }

    public async ValueTask InitializeAsync() =>
        _sut = await SimulatorHost.StartAsync(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero)));

    public ValueTask DisposeAsync() => _sut.DisposeAsync();
}
