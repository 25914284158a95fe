using System.Net;
using Azure;
using Functions.Tests.Support;
using PaymentOperations.Operations;
using TwoC2P;

namespace Functions.Tests.Operations;

/// <summary>Lists as CSV, for accounting.</summary>
public sealed class OperationCsvTests
{
    private const string Heads =
        "id,kind,merchantId,invoiceNo,amount,currency,status,needsReview,reviewReason,attempts,respCode,respDesc,gatewayStatus,"
        + "referenceNo,refundReferenceNo,approvalCode,reason,metadata,createdAt,updatedAt\r\n";

    private const string Plain =
        $"{Sample.Id},refund,JT01,INV-SETTLED-1,250.00,SGD,accepted,false,,0,,,,,,,,,2026-11-23T10:00:00Z,2026-11-23T10:00:02Z\r\n";

    [Theory]
    [InlineData("operations")]
    [InlineData("operations?status=accepted,failed&updatedSince=2026-11-23T10:00:00Z")]
    [InlineData("refunds?invoiceNo=INV-SETTLED-1")]
    [InlineData("settlements?invoiceNo=INV-SETTLED-1")]
    [InlineData("voids?invoiceNo=INV-SETTLED-1")]
    public async Task all_pages_come_in_one_answer(string list)
    {
        await using var sut = await TestApp.StartAsync();
        for (var page = 0; page < 3; page++)
            sut.Reader.Pages.Add(() => new([Sample.Operation(), Sample.Operation()], null));

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/{list}").With("Accept", "text/csv"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8; header=present");
        response.Headers.Vary.ShouldBe(["Accept"]);
        (await response.Content.ReadAsStringAsync()).ShouldBe(Heads + string.Concat(Enumerable.Repeat(Plain, 6)));
    }

    [Fact]
    public async Task cells_are_safe_for_spreadsheets_and_read_everywhere_alike()
    {
        await using var sut = await TestApp.StartAsync();
        var strange = Sample.Operation() with
        {
            InvoiceNo = InvoiceNo.Parse("=HYPERLINK(\"x\")"),
            Amount = Money.FromAmount(1234.5m),
            Status = OperationStatus.Failed,
            NeedsReview = true,
            ReviewReason = "+1, or \"two\"",
            Reason = "@SUM(A1)",
            Metadata = new Dictionary<string, string> { ["orderId"] = "-1" },
            Gateway = Sample.Gateway("00", "-2+3", "RF"),
            CreatedAt = new(2026, 11, 23, 17, 0, 0, 120, TimeSpan.FromHours(7)),
        };
        sut.Reader.Page = new([strange, Sample.Operation(OperationKind.Void)], null);

        using var response = await sut.Http.SendAsync(Calls.Get("merchants/JT01/operations").With("Accept", "text/csv"));

        (await response.Content.ReadAsStringAsync()).ShouldBe(
            Heads
                + $"{Sample.Id},refund,JT01,\"'=HYPERLINK(\"\"x\"\")\",1234.50,SGD,failed,true,\"'+1, or \"\"two\"\"\",0,00,\"'-2+3\",RF,,,,"
                + "\"'@SUM(A1)\",\"{\"\"orderId\"\":\"\"-1\"\"}\",2026-11-23T10:00:00.12Z,2026-11-23T10:00:02Z\r\n"
                + $"{Sample.Id},void,JT01,INV-SETTLED-1,,SGD,accepted,false,,0,,,,,,,,,2026-11-23T10:00:00Z,2026-11-23T10:00:02Z\r\n"
        );
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/json, text/csv;q=0.9")]
    [InlineData("image/png")]
    public async Task whoever_does_not_prefer_csv_gets_json(string accept)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Reader.Page = new([Sample.Operation()], "next");

        using var response = await sut.Http.SendAsync(Calls.Get("merchants/JT01/operations").With("Accept", accept));

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        response.Headers.Vary.ShouldBe(["Accept"]);
        (await response.JsonAsync()).GetProperty("nextCursor").GetString().ShouldBe("next");
    }

    [Theory]
    [InlineData("limit=10", "limit")]
    [InlineData("cursor=abc", "cursor")]
    public async Task pages_are_no_business_of_csv(string query, string field)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/operations?{query}").With("Accept", "text/csv"));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
        problem.ErrorsOf().Keys.ShouldBe([field]);
    }

    [Fact]
    public async Task a_hundred_thousand_operations_are_streamed_page_by_page()
    {
        await using var sut = await TestApp.StartAsync();
        var page = new OperationPage([.. Enumerable.Repeat(Sample.Operation(), 100)], null);
        sut.Reader.Pages.AddRange(Enumerable.Repeat(() => page, 1_000));

        using var response = await sut.Http.SendAsync(Calls.Get("merchants/JT01/operations").With("Accept", "text/csv"));

        response.Headers.TransferEncodingChunked.ShouldBe(true);
        (await response.Content.ReadAsStringAsync()).Length.ShouldBe(Heads.Length + (100_000 * Plain.Length));
    }

    [Fact]
    public async Task what_is_first_written_is_not_kept_back_until_the_last_is_read()
    {
        await using var sut = await TestApp.StartAsync();
        var begun = new TaskCompletionSource();
        var full = new OperationPage([.. Enumerable.Repeat(Sample.Operation(), 100)], null);
        sut.Reader.Pages.AddRange(Enumerable.Repeat(() => full, 20));
        sut.Reader.Pages.Add(() =>
        {
            begun.Task.Wait(TimeSpan.FromSeconds(60)).ShouldBeTrue("the beginning was kept back");
            return full;
        });

        using var http = Plainly(sut);
        using var response = await http.SendAsync(
            Calls.Get("merchants/JT01/operations").With("Accept", "text/csv"),
            HttpCompletionOption.ResponseHeadersRead
        );
        await using var body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[Heads.Length]);
        begun.SetResult();

        (await new StreamReader(body).ReadToEndAsync()).Length.ShouldBe(21 * 100 * Plain.Length);
    }

    [Fact]
    public async Task storage_that_fails_at_once_is_a_problem()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Reader.Pages.Add(() => throw new RequestFailedException("Storage is away."));

        using var response = await sut.Http.SendAsync(Calls.Get("merchants/JT01/operations").With("Accept", "text/csv"));

        await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public async Task storage_that_fails_in_the_middle_breaks_the_answer_off(int pages)
    {
        await using var sut = await TestApp.StartAsync();
        var full = new OperationPage([.. Enumerable.Repeat(Sample.Operation(), 100)], null);
        sut.Reader.Pages.AddRange(Enumerable.Repeat(() => full, pages));
        sut.Reader.Pages.Add(() => throw new RequestFailedException("Storage is away."));

        var isWhole = true;
        try
        {
            using var http = Plainly(sut);
            using var response = await http.SendAsync(
                Calls.Get("merchants/JT01/operations").With("Accept", "text/csv"),
                HttpCompletionOption.ResponseHeadersRead
            );
            // Where nothing has left the worker yet, its host says that it is gone.
            isWhole = response.IsSuccessStatusCode;
            await response.Content.ReadAsStringAsync();
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            isWhole = false;
        }

        isWhole.ShouldBeFalse();
    }

    [Fact]
    public async Task a_head_has_no_body()
    {
        await using var sut = await TestApp.StartAsync();
        var request = Calls.Get("merchants/JT01/operations").With("Accept", "text/csv");
        request.Method = HttpMethod.Head;

        using var response = await sut.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    // The client of the tests reads every answer to its end before it gives it out.
    private static HttpClient Plainly(TestApp app) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(app.Address, "api/") };
}
