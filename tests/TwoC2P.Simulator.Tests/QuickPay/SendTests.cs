using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.QuickPay;

public sealed class SendTests : IAsyncLifetime
{
    private static readonly string[] HashOrder = ["qpID", "successEmails", "successMobiles", "failedEmails", "failedMobiles"];

    private SimulatorHost _sut = null!;

    [Fact]
    public async Task Every_recipient_is_reported()
    {
        var answer = await _sut.CallAsync(QuickPayRequest.Send("231095"));

        answer.Text("resCode").ShouldBe("000");
        answer.Text("resDesc").ShouldBe("Success");
        answer.Text("timeStamp").ShouldBe("20261123100000");
        answer.Text("successEmails").ShouldBe("one@shop.example;two@shop.example");
        answer.Text("successMobiles").ShouldBe("+6599999999;+66812345678");
        answer.Text("failedEmails").ShouldBeEmpty();
        answer.IsSigned(HashOrder).ShouldBeTrue();
    }

    [Fact]
    public async Task Failing_recipients_are_reported_without_an_error()
    {
        await FailAsync("+6599999999");
        await FailAsync("two@shop.example");

        var answer = await _sut.CallAsync(QuickPayRequest.Send("231095"));

        answer.Text("resCode").ShouldBe("000");
        answer.Text("successEmails").ShouldBe("one@shop.example");
        answer.Text("failedEmails").ShouldBe("two@shop.example");
        answer.Text("successMobiles").ShouldBe("+66812345678");
        answer.Text("failedMobiles").ShouldBe("+6599999999");
        answer.IsSigned(HashOrder).ShouldBeTrue();
    }

    /// <summary>The page's request says version 2.4, but its digest is that of version 2.0.</summary>
    [Theory]
    [InlineData("2.0", "000")]
    [InlineData("2.4", "997")]
    public async Task The_published_request_is_right_for_the_version_that_was_hashed(string version, string code)
    {
        var bytes = Convert.FromBase64String(Sample("send-request.b64"));
        var text = Encoding.UTF8.GetString(bytes).Replace("\"2.4\"", $"\"{version}\"", StringComparison.Ordinal);

        var answer = await PostAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));

        answer.Text("resCode").ShouldBe(code);
    }

    [Fact]
    public async Task The_answer_has_the_fields_of_the_published_one_in_its_order()
    {
        var published = JsonNode.Parse(Convert.FromBase64String(Sample("send-response.b64")))!["QPSendRes"]!.AsObject();

        var answer = await _sut.CallAsync(QuickPayRequest.Send("231095"));

        answer.Select(field => field.Key).ShouldBe(published.Select(field => field.Key));
    }

    [Theory]
    [InlineData("/quickpay/deliveryapi")]
    [InlineData("/2c2pfrontend/QuickPay/DELIVERYAPI")]
    public async Task Addresses_ignore_letter_case_and_the_sandboxs_prefix(string path)
    {
        var answer = await _sut.CallAsync(QuickPayRequest.Send("231095"), path);

        answer.Text("resCode").ShouldBe("000");
    }

    [Fact]
    public async Task A_verb_is_refused_at_the_other_address()
    {
        var answer = await _sut.CallAsync(QuickPayRequest.Send("231095"), QuickPayRequest.DirectPath);

        answer.Text("resCode").ShouldBe("997");
        answer.Text("hashValue").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no base64!")]
    [InlineData("bm8ganNvbg==")]
    [InlineData("e30=")]
    [InlineData("W10=")]
    [InlineData("eyJVbmtub3duUmVxIjp7fX0=")]
    public async Task What_cannot_be_read_is_an_invalid_message(string body)
    {
        var answer = await PostAsync(body);

        answer.Text("resCode").ShouldBe("997");
        answer.Text("hashValue").ShouldBeEmpty();
    }

    public async ValueTask InitializeAsync() =>
        _sut = await SimulatorHost.StartAsync(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero)));

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    private static string Sample(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", "quickpay", file)).Trim();

    private async Task<JsonObject> PostAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "text/plain");
        using var response = await _sut.Client.PostAsync(QuickPayRequest.DeliveryPath, content);
        return ApiHost.Open(await response.Content.ReadAsStringAsync());
    }

    private Task FailAsync(string recipient) =>
        _sut.ControlAsync(
            "faults",
            new
            {
                kind = "delivery-fails",
                match = new { api = "QuickPay", id = "231095" },
                recipients = new[] { recipient },
            }
        );
}
