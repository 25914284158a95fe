using System.Net;
using Azure;
using Functions.Tests.Support;

namespace Functions.Tests.Reconciliations;

public sealed class StartReconciliationTests
{
    private const string Path = "merchants/JT01/reconciliations";

    [Theory]
    [InlineData("""{"date":"2026-11-20"}""", "2026-11-20")]
    [InlineData("""{"date":"2026-11-23"}""", "2026-11-23")]
    [InlineData("""{"date":"2026-08-25"}""", "2026-08-25")]
    [InlineData("""{"date":null}""", "2026-11-23")]
    [InlineData("{}", "2026-11-23")]
    public async Task a_day_is_started(string body, string date)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(Path, body));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        response.Headers.Location!.ToString().ShouldBe($"/api/merchants/JT01/reconciliations/{date}");
        var answer = await response.JsonAsync();
        answer.GetProperty("date").GetString().ShouldBe(date);
        answer.GetProperty("status").GetString().ShouldBe("running");
        answer.TryGetProperty("lines", out _).ShouldBeFalse();
        sut.Reconciliations.Started.ShouldHaveSingleItem().Date.ShouldBe(DateOnly.Parse(date, null));
    }

    [Fact]
    public async Task without_a_body_it_is_today()
    {
        await using var sut = await TestApp.StartAsync();
        var request = Calls.Post(Path, "");
        request.Content = null;

        using var response = await sut.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        sut.Reconciliations.Started.ShouldBe([("JT01", new DateOnly(2026, 11, 23))]);
    }

    [Theory]
    [InlineData("[]", "$")]
    [InlineData("""{"date":"2026-11-24"}""", "date")]
    [InlineData("""{"date":"2026-08-24"}""", "date")]
    [InlineData("""{"date":"20261123"}""", "date")]
    [InlineData("""{"date":"2026-02-30"}""", "date")]
    [InlineData("""{"date":"2026-11-23T00:00:00Z"}""", "date")]
    [InlineData("""{"date":""}""", "date")]
    [InlineData("""{"date":20261123}""", "date")]
    [InlineData("""{"day":"2026-11-23"}""", "day")]
    public async Task what_is_no_day_of_the_last_ninety_is_refused(string body, string field)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(Path, body));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe([field]);
        sut.Reconciliations.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task the_same_key_starts_once_and_another_day_with_it_is_refused()
    {
        await using var sut = await TestApp.StartAsync();
        using var first = await sut.Http.SendAsync(Calls.Post(Path, """{"date":"2026-11-20"}"""));

        using var second = await sut.Http.SendAsync(Calls.Post(Path, """{"date":"2026-11-20"}"""));
        using var other = await sut.Http.SendAsync(Calls.Post(Path, """{"date":"2026-11-21"}"""));

        second.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        await other.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
        sut.Reconciliations.Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_key_is_needed()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(Path, "{}", idempotencyKey: null));

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "idempotency_key_required");
    }

    [Fact]
    public async Task a_storage_that_does_not_answer_leaves_the_key_free()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Reconciliations.Failure = new RequestFailedException("away");
        using var response = await sut.Http.SendAsync(Calls.Post(Path, "{}"));
        await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
        sut.Reconciliations.Failure = null;

        using var again = await sut.Http.SendAsync(Calls.Post(Path, "{}"));

        again.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task the_right_to_read_is_no_right_to_start()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Add(FakeMerchants.KeyOf("reader", "reconciliations:read"));

        using var response = await sut.Http.SendAsync(Calls.Post(Path, "{}").With("X-Api-Key", "reader"));

        await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "missing_scope");
        sut.Reconciliations.Started.ShouldBeEmpty();
    }
}
