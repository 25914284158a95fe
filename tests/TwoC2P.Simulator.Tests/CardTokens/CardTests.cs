using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.CardTokens;

public sealed class CardTests : IAsyncLifetime
{
    private const string Pan = "4111111111111111";
    private const string Seeded = "260121085327001000";

    private static readonly string[] HashOrder =
    [
        "version",
        "merchantID",
        "respCode",
        "panBank",
        "storeCardUniqueID",
        "panCountry",
        "cardholderName",
        "cardholderEmail",
        "panMasked",
    ];

    private SimulatorHost _sut = null!;

    [Fact]
    public async Task An_added_card_is_answered_by_an_id_and_a_mask()
    {
        var answer = await _sut.CallAsync(ApiRequest.AddCard());

        answer.Name.LocalName.ShouldBe("MaintenanceResponse");
        answer.Text("respCode").ShouldBe("00");
        answer.Text("panMasked").ShouldBe("411111XXXXXX1111");
        answer.Text("storeCardUniqueID").Length.ShouldBeLessThanOrEqualTo(20);
        answer.Text("cardholderName").ShouldBe("Somchai & Sons");
        answer.IsSigned("sha256", HashOrder).ShouldBeTrue();
    }

    [Fact]
    public async Task The_full_number_is_nowhere_afterwards()
    {
        var answer = await _sut.CallAsync(ApiRequest.AddCard());

        await _sut.CallAsync(ApiRequest.Card("I", Pan));
        var readable = new[]
        {
            answer.ToString(),
            (await _sut.ReadAsync("cards")).ToJsonString(),
            (await _sut.ReadAsync("calls")).ToJsonString(),
        };
        readable.ShouldAllBe(text => !text.Contains(Pan));
        readable[2].ShouldContain("411111XXXXXX1111");
    }

    [Theory]
    [InlineData("30569309025904", "305693XXXX5904")]
    [InlineData("6304000000000000000", "630400XXXXXXXXX0000")]
    public async Task The_mask_is_as_long_as_the_number(string pan, string masked)
    {
        var answer = await _sut.CallAsync(ApiRequest.AddCard(pan));

        answer.Text("panMasked").ShouldBe(masked);
    }

    [Fact]
    public async Task The_same_number_twice_is_two_stored_cards()
    {
        var first = await _sut.CallAsync(ApiRequest.AddCard());
        var second = await _sut.CallAsync(ApiRequest.AddCard());

        second.Text("storeCardUniqueID").ShouldNotBe(first.Text("storeCardUniqueID"));
    }

    [Fact]
    public async Task An_inquiry_shows_the_stored_card()
    {
        var answer = await _sut.CallAsync(ApiRequest.Card("I", Seeded));

        answer.Text("respReason").ShouldBe("Success");
        answer.Text("panBank").ShouldBe("Siam Commercial Bank");
        answer.Text("cardholderEmail").ShouldBe("somchai@shop.example");
        answer.Elements().Select(element => element.Name.LocalName).ShouldBe(Published);
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_nothing_else()
    {
        await _sut.CallAsync(ApiRequest.Card("U", Seeded).With("cardholderName", "S. Jaidee").With("panExpiry", "0131"));

        var record = await _sut.ReadAsync($"cards/{Seeded}");

        record["cardholderName"]!.GetValue<string>().ShouldBe("S. Jaidee");
        record["panExpiry"]!.GetValue<string>().ShouldBe("0131");
        record["panCountry"]!.GetValue<string>().ShouldBe("TH");
    }

    [Fact]
    public async Task A_deleted_card_cannot_be_found_any_more()
    {
        var deleted = await _sut.CallAsync(ApiRequest.Card("D", Seeded));

        var after = await _sut.CallAsync(ApiRequest.Card("D", Seeded));

        deleted.Text("respCode").ShouldBe("00");
        after.Text("respCode").ShouldBe("01");
        after.IsSigned("sha256", HashOrder).ShouldBeTrue();
    }

    [Fact]
    public async Task A_card_belongs_to_its_merchant()
    {
        var request = ApiRequest.Card("I", Seeded).With("merchantID", "JT04").SignedWith("sha256", "QnmrnH6QE23N");

        var answer = await _sut.CallAsync(request);

        answer.Text("respCode").ShouldBe("01");
    }

    /// <summary>printf %s '2.3JT01260121085327001000I' | openssl dgst -sha1 -hmac 7jYcp4FxFdf0, and the like.</summary>
    [Theory]
    [InlineData("aa90e6df278922fd3aafab8fe2a2bea0f3c0c798", "d0db0136e280337e4d10f1ed3d16cce664d2421f")]
    [InlineData("AA90E6DF278922FD3AAFAB8FE2A2BEA0F3C0C798", "d0db0136e280337e4d10f1ed3d16cce664d2421f")]
    [InlineData(null, "b586d72f1ea80d9910ae7b7eac3f9745cf7b2327e10e6f2458f954b12e99d2df")]
    public async Task The_answer_is_signed_with_the_algorithm_of_the_request(string? given, string expected)
    {
        var request = ApiRequest.Card("I", Seeded);
        if (given is not null)
            request.With("hashValue", given);

        var answer = await _sut.CallAsync(request);

        answer.Text("hashValue").ShouldBe(expected);
    }

    /// <summary>printf %s '2.3JT014111...1111Siam Commercial BankTH764Somchai &amp; Sonssomchai@shop.example1230A' | openssl dgst -sha256 ...</summary>
    [Fact]
    public async Task Every_field_of_a_request_is_hashed_in_the_order_of_the_document()
    {
        var request = ApiRequest.AddCard().With("hashValue", "4d335ae8bac99fa761b0f43aeafec02f9fcadb1467f506d525a806b65dfb5e19");

        var answer = await _sut.CallAsync(request);

        answer.Text("respCode").ShouldBe("00");
    }

    public async ValueTask InitializeAsync() =>
        _sut = await SimulatorHost.StartAsync(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero)));

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    private static readonly string[] Published =
    [
        "version",
        "timeStamp",
        "merchantID",
        "respCode",
        "respReason",
        "panBank",
        "storeCardUniqueID",
        "panCountry",
        "cardholderName",
        "cardholderEmail",
        "panMasked",
        "hashValue",
    ];
}
