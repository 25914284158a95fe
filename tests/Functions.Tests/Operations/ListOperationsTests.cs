using System.Globalization;
using System.Net;
using Functions.Tests.Support;
using PaymentOperations.Operations;

namespace Functions.Tests.Operations;

public sealed class ListOperationsTests
{
    [Theory]
    [InlineData("", "2026-11-17", "2026-11-23", null, null, null)]
    [InlineData(
        "?status=unknown&kind=settlement",
        "0001-01-01",
        "9999-12-31",
        OperationStatus.Unknown,
        OperationKind.Settlement,
        null
    )]
    [InlineData("?from=2026-10-24&to=2026-11-23", "2026-10-24", "2026-11-23", null, null, null)]
    [InlineData("?from=2026-11-20", "2026-11-20", "2026-11-23", null, null, null)]
    [InlineData("?to=2026-02-03", "2026-01-28", "2026-02-03", null, null, null)]
    [InlineData("?status=failed", "2026-11-17", "2026-11-23", OperationStatus.Failed, null, null)]
    [InlineData("?status=pending&from=2026-01-01", "2026-01-01", "9999-12-31", OperationStatus.Pending, null, null)]
    [InlineData("?limit=7", "2026-11-17", "2026-11-23", null, null, null, 7)]
    [InlineData("?cursor=abc", "2026-11-17", "2026-11-23", null, null, "abc")]
    public async Task a_query_means_what_it_says(
        string query,
        string from,
        string to,
        OperationStatus? status,
        OperationKind? kind,
        string? cursor,
        int limit = 100
    )
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/operations{query}"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        sut.Reader.Queries.ShouldBe([new(Day(from), Day(to), status, kind, cursor) { Limit = limit }]);
    }

    [Theory]
    [InlineData("status=accepted,submitting", "0001-01-01", "9999-12-31", "0001-01-01", "9999-12-31")]
    [InlineData("status=accepted&status=submitting", "0001-01-01", "9999-12-31", "0001-01-01", "9999-12-31")]
    [InlineData("status=submitting&status=submitting,accepted", "0001-01-01", "9999-12-31", "0001-01-01", "9999-12-31")]
    [InlineData("status=accepted,submitting&from=2025-01-01", "2025-01-01", "9999-12-31", "2025-01-01", "9999-12-31")]
    [InlineData(
        "status=accepted,submitting,failed",
        "2026-11-17",
        "2026-11-23",
        "0001-01-01",
        "9999-12-31",
        OperationStatus.Failed
    )]
    [InlineData(
        "status=failed,accepted&status=submitting&from=2026-11-20&to=2026-11-21",
        "2026-11-20",
        "2026-11-21",
        "2026-11-20",
        "2026-11-21",
        OperationStatus.Failed
    )]
    [InlineData(
        "status=accepted,failed,submitting&needsReview=true",
        "0001-01-01",
        "9999-12-31",
        "0001-01-01",
        "9999-12-31",
        OperationStatus.Failed
    )]
    public async Task several_statuses_are_asked_for_at_once_and_only_what_has_ended_has_a_window(
        string query,
        string from,
        string to,
        string openFrom,
        string openTo,
        OperationStatus? third = null
    )
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/operations?{query}"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        OperationStatus[] others = third is { } one ? [one] : [];
        var asked = sut.Reader.Queries.ShouldHaveSingleItem();
        asked.Statuses.ShouldBe(OperationStatuses.Of([OperationStatus.Accepted, OperationStatus.Submitting, .. others]));
        (asked.From, asked.To).ShouldBe((Day(from), Day(to)));
        (asked.OpenFrom, asked.OpenTo).ShouldBe((Day(openFrom), Day(openTo)));
    }

    [Theory]
    [InlineData("2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z")]
    [InlineData("2026-11-23T10:00:00.1234567Z", "2026-11-23T10:00:00.1234567Z")]
    [InlineData("2026-11-23T17:00:00%2B07:00", "2026-11-23T10:00:00Z")]
    [InlineData("1969-12-31T23:59:59-00:30", "1970-01-01T00:29:59Z")]
    public async Task what_changed_since_a_moment_is_of_all_days(string updatedSince, string moment)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/operations?updatedSince={updatedSince}"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var asked = sut.Reader.Queries.ShouldHaveSingleItem();
        asked.UpdatedSince.ShouldBe(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));
        (asked.From, asked.To).ShouldBe((DateOnly.MinValue, DateOnly.MaxValue));
    }

    [Theory]
    [InlineData("status=done", "status")]
    [InlineData("status=Accepted", "status")]
    [InlineData("status=0", "status")]
    [InlineData("status=accepted,,failed", "status")]
    [InlineData("status=accepted&status=", "status")]
    [InlineData("status=accepted,failed&from=2026-10-01&to=2026-11-23", "from")]
    [InlineData("updatedSince=2026-11-23", "updatedSince")]
    [InlineData("updatedSince=2026-11-23T10:00:00", "updatedSince")]
    [InlineData("updatedSince=2026-11-23T10:00:00+07:00", "updatedSince")]
    [InlineData("updatedSince=yesterday", "updatedSince")]
    [InlineData("kind=payment", "kind")]
    [InlineData("from=23.11.2026", "from")]
    [InlineData("from=2026-11-24", "from")]
    [InlineData("from=2026-10-23", "from")]
    [InlineData("to=2026-02-30", "to")]
    [InlineData("to=2026-11-23T00:00:00Z", "to")]
    [InlineData("kind=refund&kind=void", "kind")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=x", "limit")]
    public async Task a_wrong_query_is_refused(string query, string field)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/operations?{query}"));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
        problem.ErrorsOf().Keys.ShouldBe([field]);
        sut.Reader.Queries.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_page_has_items_and_the_next_cursor()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Reader.Page = new([Sample.Operation()], "next");

        using var response = await sut.Http.SendAsync(Calls.Get("merchants/JT01/operations"));

        var body = await response.JsonAsync();
        body.GetProperty("items")[0].GetProperty("id").GetString().ShouldBe(Sample.Id);
        body.GetProperty("nextCursor").GetString().ShouldBe("next");
    }

    [Fact]
    public async Task a_foreign_cursor_is_refused()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Reader.Page = new([], null, CursorIsValid: false);

        using var response = await sut.Http.SendAsync(Calls.Get("merchants/JT01/operations?cursor=mine"));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
        problem.ErrorsOf().Keys.ShouldBe(["cursor"]);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
