using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Faults;

/// <summary>The faults that decide how a call is answered meet the other APIs as they meet payments.</summary>
public sealed class OtherApiFaultTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
    private SimulatorHost _sut = null!;

    public static TheoryData<string> Apis => ["Maintenance", "RecurringMaintenance", "IppOption", "QuickPay"];

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_cut_connection_hides_whether_the_work_was_done(string api)
    {
        await FaultAsync("answer-lost", api);
        await FaultAsync("closed-after-reading", api);

        await Should.ThrowAsync<HttpRequestException>(() => PostAsync(api));
        await Should.ThrowAsync<HttpRequestException>(() => PostAsync(api));

        var calls = await CallsAsync(api);
        calls.Select(call => call!["fault"]!.GetValue<string>()).ShouldBe(["answer-lost", "closed-after-reading"]);
        calls.Select(call => call!["workDone"]!.GetValue<bool>()).ShouldBe([true, false]);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task An_answer_that_is_no_envelope_comes_without_work(string api)
    {
        await FaultAsync("http-500", api);
        await FaultAsync("html", api);

        using var failed = await PostAsync(api);
        using var html = await PostAsync(api);

        failed.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        html.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await html.Content.ReadAsStringAsync()).ShouldStartWith("<html>");
        (await CallsAsync(api)).ShouldAllBe(call => !call!["workDone"]!.GetValue<bool>());
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task An_answer_can_be_signed_with_another_key(string api)
    {
        var right = Field(await TextAsync(api), "hashValue");
        await FaultAsync("wrong-hash", api);

        var wrong = Field(await TextAsync(api), "hashValue");

        wrong.Length.ShouldBe(right.Length);
        wrong.ShouldNotBe(right);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task An_answer_can_break_off(string api)
    {
        var whole = await TextAsync(api);
        await FaultAsync("truncated", api);

        var half = await TextAsync(api);

        half.Length.ShouldBe(whole.Length / 2);
    }

    [Theory]
    [InlineData("Maintenance", null, "99")]
    [InlineData("Maintenance", "05", "05")]
    [InlineData("RecurringMaintenance", "54", "54")]
    [InlineData("IppOption", "98", "98")]
    [InlineData("QuickPay", null, "999")]
    [InlineData("QuickPay", "014", "014")]
    public async Task A_code_can_be_answered_on_command(string api, string? respCode, string expected)
    {
        await FaultAsync("respond-with", api, new { respCode });

        var text = await TextAsync(api);

        Field(text, api == "QuickPay" ? "resCode" : "respCode").ShouldBe(expected);
        Field(text, "hashValue").Length.ShouldBe(api == "QuickPay" ? 40 : 64);
        Field(text, api == "QuickPay" ? "resDesc" : "respReason").ShouldNotBe("Request refused");
        (await CallsAsync(api)).ShouldHaveSingleItem()!["workDone"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_delayed_answer_comes_after_its_time(string api)
    {
        await FaultAsync("delay", api, new { seconds = 30 });

        var pending = TextAsync(api);
        await Eventually.GetAsync(() => CallsAsync(api), calls => calls.Count == 1);
        var early = pending.IsCompleted;
        await Eventually.GetAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(31));
                return Task.FromResult(pending.IsCompleted);
            },
            done => done
        );

        early.ShouldBeFalse();
        Field(await pending, "hashValue").ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task No_answer_holds_the_connection_and_does_nothing(string api)
    {
        await FaultAsync("no-answer", api);
        using var patience = new CancellationTokenSource();

        var held = PostAsync(api, patience.Token);
        await Eventually.GetAsync(() => CallsAsync(api), calls => calls.Count == 1);
        var wasHeld = !held.IsCompleted;
        await patience.CancelAsync();

        await Should.ThrowAsync<TaskCanceledException>(() => held);
        wasHeld.ShouldBeTrue();
        (await CallsAsync(api)).Single()!["workDone"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_fault_meets_only_the_API_and_verb_that_it_is_for()
    {
        await _sut.ControlAsync(
            "faults",
            new
            {
                kind = "respond-with",
                respCode = "014",
                match = new { api = "quickpay", processType = "delete" },
            }
        );

        var codes = new List<string>
        {
            Field(await TextAsync("Maintenance"), "respCode"),
            (await _sut.CallAsync(QuickPayRequest.Query("231095"))).Text("resCode"),
            (await _sut.CallAsync(QuickPayRequest.Delete("231095"))).Text("resCode"),
        };

        codes.ShouldBe(["00", "000", "014"]);
    }

    [Fact]
    public async Task Faults_of_one_API_can_be_cleared()
    {
        await FaultAsync("html", "IppOption");
        await FaultAsync("html", "QuickPay");

        await _sut.Client.DeleteAsync("/_control/faults?api=IppOption");

        var left = (await _sut.ReadAsync("faults")).AsArray().ShouldHaveSingleItem()!;
        left["match"]!["api"]!.GetValue<string>().ShouldBe("QuickPay");
    }

    [Fact]
    public async Task The_log_names_API_verb_and_id_and_nothing_of_the_contents()
    {
        await _sut.CallAsync(QuickPayRequest.Send("231095"));

        var call = (await CallsAsync("QuickPay")).ShouldHaveSingleItem()!;

        call["processType"]!.GetValue<string>().ShouldBe("Send");
        call["id"]!.GetValue<string>().ShouldBe("231095");
        call["respCode"]!.GetValue<string>().ShouldBe("000");
        call.ToJsonString().ShouldNotContain("shop.example");
    }

    public async ValueTask InitializeAsync() => _sut = await SimulatorHost.StartAsync(_time);

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    private Task FaultAsync(string kind, string api, object? more = null)
    {
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more ?? new { }))!.AsObject();
        body["kind"] = kind;
        body["match"] = new JsonObject { ["api"] = api };
        return _sut.ControlAsync("faults", body);
    }

    private async Task<JsonArray> CallsAsync(string api) => (await _sut.ReadAsync($"calls?api={api}")).AsArray();

    private async Task<string> TextAsync(string api)
    {
        using var response = await PostAsync(api);
        return await response.Content.ReadAsStringAsync();
    }

    private Task<HttpResponseMessage> PostAsync(string api, CancellationToken cancellationToken = default)
    {
        if (api == "QuickPay")
        {
            var body = new StringContent(QuickPayRequest.Query("231095").Base64(), Encoding.UTF8, "text/plain");
            return _sut.Client.PostAsync(QuickPayRequest.DirectPath, body, cancellationToken);
        }

        var request = api switch
        {
            "Maintenance" => ApiRequest.Card("I", "260121085327001000"),
            "RecurringMaintenance" => ApiRequest.Plan("I", "156142"),
            _ => ApiRequest.Options(),
        };
        var envelope = Convert.ToBase64String(Encoding.UTF8.GetBytes(request.Xml()));
        return _sut.Client.PostAsync(SimulatorHost.Base64Path, SimulatorHost.Form(envelope), cancellationToken);
    }

    private static string Field(string base64, string name)
    {
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(base64));
        return text.StartsWith('{') ? ApiHost.Open(base64).Text(name) : System.Xml.Linq.XElement.Parse(text).Text(name);
    }
}
