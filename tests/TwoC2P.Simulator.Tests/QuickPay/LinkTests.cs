using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.QuickPay;

public sealed class LinkTests : IAsyncLifetime
{
    private static readonly string[] Made = ["qpID", "orderIdPrefix", "currency", "amount", "expiry", "url"];
    private static readonly string[] Delivered = ["successEmails", "successMobiles", "failedEmails", "failedMobiles"];

    private SimulatorHost _sut = null!;

    [Fact]
    public async Task A_generated_link_is_answered_with_its_address()
    {
        var answer = await _sut.CallAsync(QuickPayRequest.Generate("ORDER-1"));

        answer.Text("resCode").ShouldBe("000");
        answer.Text("orderIdPrefix").ShouldBe("ORDER-1");
        answer.Text("expiry").ShouldBe("2027-01-27 12:30:00");
        answer.Text("url").ShouldStartWith("https://");
        answer.Text("qpID").Length.ShouldBeLessThanOrEqualTo(10);
        answer.IsSigned(Made).ShouldBeTrue();
        answer.Select(field => field.Key).ShouldBe(["version", "timeStamp", .. Made, "resCode", "resDesc", "hashValue"]);
    }

    [Fact]
    public async Task Generating_and_sending_are_one_call()
    {
        var answer = await _sut.CallAsync(QuickPayRequest.GenerateSend("ORDER-2"));

        answer.Text("resCode").ShouldBe("000");
        answer.Text("url").ShouldStartWith("https://");
        answer.Text("successMobiles").ShouldBe("+6599999999;+66812345678");
        answer.IsSigned([.. Made, .. Delivered]).ShouldBeTrue();
    }

    [Fact]
    public async Task A_prefix_is_used_once()
    {
        await _sut.CallAsync(QuickPayRequest.Generate("ORDER-3"));

        var second = await _sut.CallAsync(QuickPayRequest.GenerateSend("ORDER-3"));

        second.Text("resCode").ShouldBe("013");
        second.Text("url").ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_many_at_once_one_gets_the_prefix()
    {
        var calls = Enumerable.Range(0, 20).Select(_ => _sut.CallAsync(QuickPayRequest.Generate("ORDER-RACE")));

        var codes = (await Task.WhenAll(calls)).Select(answer => answer.Text("resCode")).ToList();

        codes.Count(code => code == "000").ShouldBe(1);
        codes.Count(code => code == "013").ShouldBe(19);
    }

    [Fact]
    public async Task A_query_shows_the_link_and_its_use()
    {
        var made = await _sut.CallAsync(
            QuickPayRequest.Generate("ORDER-4").With("userData5", "five").With("resultUrl2", "https://shop.example/r")
        );

        var answer = await _sut.CallAsync(QuickPayRequest.Query(made.Text("qpID")));
        var used = await _sut.CallAsync(QuickPayRequest.Query("230970"));

        answer.Text("description").ShouldBe("Gift & card");
        answer.Text("userData5").ShouldBe("five");
        answer.Text("resultUrl2").ShouldBe("https://shop.example/r");
        answer.Text("url").ShouldBe(made.Text("url"));
        answer.Text("currentApproved").ShouldBe("0");
        used.Text("currentApproved").ShouldBe("3");
        used.Text("clickCount").ShouldBe("12");
        used.Text("maxTransaction").ShouldBe("10");
        used.IsSigned([.. used.Select(field => field.Key).Except(AroundTheOrder)]).ShouldBeTrue();
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_nothing_else()
    {
        var update = QuickPayRequest.Update("230969").With("amount", "250.50").With("expiry", "2027-02-01 00:00:00");

        var updated = await _sut.CallAsync(update);
        var link = await _sut.CallAsync(QuickPayRequest.Query("230969"));

        updated.Text("resCode").ShouldBe("000");
        updated.IsSigned("qpID").ShouldBeTrue();
        link.Text("amount").ShouldBe("250.50");
        link.Text("expiry").ShouldBe("2027-02-01 00:00:00");
        link.Text("description").ShouldBe("Test 123");
        link.Text("orderIdPrefix").ShouldBe("QP-SAMPLE-2");
    }

    [Theory]
    [InlineData("3", "014")]
    [InlineData("4", "000")]
    public async Task The_limit_cannot_fall_below_what_is_used(string limit, string code)
    {
        var answer = await _sut.CallAsync(QuickPayRequest.Update("230970").With("maxTransaction", limit));

        answer.Text("resCode").ShouldBe(code);
    }

    [Fact]
    public async Task A_deleted_link_is_unknown_to_every_verb()
    {
        var deleted = await _sut.CallAsync(QuickPayRequest.Delete("231095"));

        var codes = new List<string>();
        foreach (
            var request in new[]
            {
                QuickPayRequest.Query("231095"),
                QuickPayRequest.Update("231095"),
                QuickPayRequest.Send("231095"),
                QuickPayRequest.Delete("231095"),
            }
        )
        {
            codes.Add((await _sut.CallAsync(request)).Text("resCode"));
        }

        deleted.Text("resCode").ShouldBe("000");
        deleted.IsSigned("qpID").ShouldBeTrue();
        codes.ShouldAllBe(code => code == "002");
    }

    [Theory]
    [InlineData("2.0", "27012027", "000", "27012027")]
    [InlineData("2.1", "2027-01-27 12:30:00", "006", "")]
    [InlineData("2.4", "27012027", "006", "")]
    [InlineData("2.4", "2027-01-27 12:30:00", "000", "2027-01-27 12:30:00")]
    public async Task The_version_decides_the_form_of_the_expiry(string version, string expiry, string code, string answered)
    {
        var answer = await _sut.CallAsync(QuickPayRequest.Generate("ORDER-5").With("version", version).With("expiry", expiry));

        answer.Text("resCode").ShouldBe(code);
        answer.Text("expiry").ShouldBe(answered);
    }

    [Fact]
    public async Task A_link_can_be_made_as_customers_have_used_it()
    {
        var fields = new { orderIdPrefix = "USED-1", maxTransaction = "5" };
        var body = new
        {
            merchantId = "JT01",
            qpId = "4711",
            url = "https://pay.example/x",
            expiry = "2027-05-06T07:08:09",
            currentApproved = 5,
            fields,
        };
        await _sut.ControlAsync("links", body);

        var answer = await _sut.CallAsync(QuickPayRequest.Query("4711"));

        answer.Text("orderIdPrefix").ShouldBe("USED-1");
        answer.Text("url").ShouldBe("https://pay.example/x");
        answer.Text("expiry").ShouldBe("2027-05-06 07:08:09");
        answer.Text("currentApproved").ShouldBe("5");
    }

    public async ValueTask InitializeAsync() =>
        _sut = await SimulatorHost.StartAsync(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero)));

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    private static readonly string[] AroundTheOrder = ["version", "timeStamp", "resCode", "resDesc", "hashValue"];
}
