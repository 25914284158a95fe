using System.Net;
using Functions.Tests.Support;
using PaymentOperations.Reconciliation;
using TwoC2P;

namespace Functions.Tests.Reconciliations;

public sealed class GetReconciliationTests
{
    private const string Path = "merchants/JT01/reconciliations/2026-11-23";
    private const string Heads =
        "finding,invoiceNo,operationId,kind,status,amount,gatewayReference,gatewayStatus,gatewayAmount,note\r\n";

    private static readonly DateOnly Day = new(2026, 11, 23);

    private static readonly ReportLine Strange = new()
    {
        Finding = Finding.MissingHere,
        InvoiceNo = "=HYPERLINK(\"x\"),\n1",
        GatewayReference = "P1",
        GatewayStatus = "RF",
        GatewayAmount = Money.FromAmount(20m),
        Note = "No operation of ours accounts for this refund.",
    };

    [Fact]
    public async Task the_report_has_its_sums_and_lines()
    {
        await using var sut = await StartAsync(FakeReconciliations.Agreed, Strange);

        using var response = await sut.Http.SendAsync(Calls.Get(Path));

        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        var report = await response.JsonAsync();
        report.GetProperty("status").GetString().ShouldBe("finished");
        report.GetProperty("finishedAt").GetString().ShouldBe("2026-11-23T20:01:00Z");
        report
            .GetProperty("findings")[1]
            .GetRawText()
            .ShouldBe("""{"finding":"missingHere","count":1,"amount":0.00,"gatewayAmount":20.00}""");
        var lines = report.GetProperty("lines").EnumerateArray().ToList();
        lines.Count.ShouldBe(2);
        lines[0]
            .GetRawText()
            .ShouldBe(
                $$"""{"finding":"agree","invoiceNo":"INV-1","operationId":"{{Sample.Id}}","kind":"refund","status":"succeeded","amount":250.00,"gatewayReference":"3598743","gatewayStatus":"RF","gatewayAmount":250.00,"note":null}"""
            );
        lines[1].GetProperty("invoiceNo").GetString().ShouldBe(Strange.InvoiceNo);
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("text/csv, application/json;q=0.5")]
    [InlineData("TEXT/*")]
    public async Task as_csv_it_is_safe_for_spreadsheets(string accept)
    {
        await using var sut = await StartAsync(FakeReconciliations.Agreed, Strange);

        using var response = await sut.Http.SendAsync(Calls.Get(Path).With("Accept", accept));

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        response.Headers.Vary.ShouldBe(["Accept"]);
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            Heads
                + $"agree,INV-1,{Sample.Id},refund,succeeded,250.00,3598743,RF,250.00,\r\n"
                + "missingHere,\"'=HYPERLINK(\"\"x\"\"),\n1\",,,,,P1,RF,20.00,No operation of ours accounts for this refund.\r\n"
        );
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/json, text/csv;q=0.9")]
    [InlineData("image/png")]
    [InlineData("nonsense")]
    public async Task whoever_does_not_prefer_csv_gets_json(string accept)
    {
        await using var sut = await StartAsync(FakeReconciliations.Agreed);

        using var response = await sut.Http.SendAsync(Calls.Get(Path).With("Accept", accept));

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/csv")]
    public async Task a_hundred_thousand_lines_are_streamed(string accept)
    {
        await using var sut = await StartAsync();
        sut.Reconciliations.Lines = Enumerable.Repeat(FakeReconciliations.Agreed, 100_000);

        using var response = await sut.Http.SendAsync(Calls.Get(Path).With("Accept", accept));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var text = await response.Content.ReadAsStringAsync();
        text.Split("3598743").Length.ShouldBe(100_001);
        response.Headers.TransferEncodingChunked.ShouldBe(true);
    }

    [Fact]
    public async Task a_running_one_says_what_is_known()
    {
        await using var sut = await StartAsync();
        sut.Reconciliations.Run = FakeReconciliations.RunOf(Day, ReconciliationState.Running);

        using var json = await sut.Http.SendAsync(Calls.Get(Path));
        using var csv = await sut.Http.SendAsync(Calls.Get(Path).With("Accept", "text/csv"));

        json.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        json.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(10));
        var report = await json.JsonAsync();
        report.GetProperty("status").GetString().ShouldBe("running");
        report.GetProperty("payments").GetInt32().ShouldBe(2);
        report.GetProperty("lines").GetArrayLength().ShouldBe(0);
        csv.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await csv.Content.ReadAsStringAsync()).ShouldBe(Heads);
    }

    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("20261123")]
    [InlineData("today")]
    [InlineData("2026-02-30")]
    public async Task what_is_no_day_with_a_report_is_not_found(string date)
    {
        await using var sut = await StartAsync(FakeReconciliations.Agreed);

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/reconciliations/{date}"));

        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "reconciliation_not_found");
    }

    [Fact]
    public async Task a_report_that_is_kept_no_more_is_not_found()
    {
        await using var sut = await StartAsync();
        sut.Reconciliations.Lines = null;

        using var response = await sut.Http.SendAsync(Calls.Get(Path));

        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "reconciliation_not_found");
    }

    [Fact]
    public async Task an_unknown_parameter_is_refused()
    {
        await using var sut = await StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get($"{Path}?format=csv"));

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
    }

    [Fact]
    public async Task the_right_to_start_is_no_right_to_read_and_another_merchant_has_none()
    {
        await using var sut = await StartAsync(FakeReconciliations.Agreed);
        sut.Merchants.Add(FakeMerchants.KeyOf("starter", "reconciliations:write"));

        using var response = await sut.Http.SendAsync(Calls.Get(Path).With("X-Api-Key", "starter"));
        using var foreign = await sut.Http.SendAsync(Calls.Get(Path).With("X-Api-Key", FakeMerchants.OtherMerchantsKey));

        await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "missing_scope");
        await foreign.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    private static async Task<TestApp> StartAsync(params ReportLine[] lines)
    {
        var app = await TestApp.StartAsync();
        app.Reconciliations.Run = FakeReconciliations.RunOf(Day);
        app.Reconciliations.Lines = lines;
        return app;
    }
}
