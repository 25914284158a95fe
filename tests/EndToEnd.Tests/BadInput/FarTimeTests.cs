using System.Net;
using System.Text;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.BadInput;

/// <summary>Addresses and queries that are well formed and lead to the ends of the calendar, or beyond them; and cursors that somebody made up.</summary>
public sealed class FarTimeTests(World world)
{
    private const string Beyond = "ffffffff-ffff-7fff-bfff-ffffffffffff";
    private const string Last = "e677d21f-dbff-7000-8000-000000000001";

    private static readonly WorldMerchant Merchant = WorldMerchant.Refused;

    [Theory]
    [InlineData($"operations/{Beyond}")]
    [InlineData($"operations/{Last}")]
    [InlineData($"refunds/{Beyond}")]
    [InlineData("refunds/e677d21f-dc00-7000-8000-000000000001")]
    public async Task An_id_of_no_moment_is_nobodys(string path)
    {
        var answer = await world.Shop.GetAsync(Merchant, path);

        answer.ShouldBeProblem(HttpStatusCode.NotFound, "operation_not_found");
    }

    [Theory]
    [InlineData("cancellation", """{"actor":"Ann","reason":"none"}""")]
    [InlineData("resolution", """{"outcome":"failed","actor":"Ann","reason":"none","lookedAt":"portal"}""")]
    public async Task A_persons_word_about_an_id_of_no_moment_is_about_nothing(string what, string body)
    {
        var answer = await world.Shop.PostAsync(Merchant, $"operations/{Beyond}/{what}", body, ShopClient.NewKey());

        answer.ShouldBeProblem(HttpStatusCode.NotFound, "operation_not_found");
    }

    [Theory]
    [InlineData("from=0001-01-01&to=0001-01-01")]
    [InlineData("to=0001-01-01")]
    [InlineData("from=0001-01-01&to=0001-01-31&kind=void")]
    [InlineData("from=9999-12-01&to=9999-12-31")]
    [InlineData("status=accepted&to=0001-01-01")]
    [InlineData("status=accepted&from=9999-12-31")]
    [InlineData("status=accepted,failed&from=0001-01-01&to=0001-01-01")]
    [InlineData("needsReview=true&from=9999-12-31")]
    [InlineData("reference=NONE&from=0001-01-01&to=0001-01-01")]
    [InlineData("reference=NONE&from=9999-12-31&to=9999-12-31")]
    [InlineData("updatedSince=0001-01-01T00:00:00Z")]
    [InlineData("updatedSince=9999-12-31T23:59:59.9999999Z")]
    public async Task The_first_and_the_last_days_have_no_operations(string query)
    {
        var answer = await world.Shop.GetAsync(Merchant, $"operations?{query}");

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        answer.Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("operations?", "n:ffffffffffffffffffffffffffffffffffff")]
    [InlineData("operations?", "n:-------------")]
    [InlineData("operations?status=accepted&", "n:ffffffff-ffff-7fff-bfff-ffffffffffff")]
    [InlineData("operations?status=accepted&", "n:00000000-0000")]
    [InlineData("operations?reference=NONE&", "s:!")]
    [InlineData("operations?reference=NONE&", "s:ffffffffffffffffffffffffffffffff!")]
    [InlineData("operations?updatedSince=2026-01-01T00:00:00Z&", "0fffffffffffr0fffffffffff|ffffffffffffffffffffffffffffffff")]
    [InlineData("operations?updatedSince=2026-01-01T00:00:00Z&", $"ffffffffffffe{Beyond}")]
    [InlineData("refunds?invoiceNo=NONE&", "i:2147483647")]
    [InlineData("refunds?invoiceNo=NONE&", "i:0")]
    [InlineData("refunds?invoiceNo=NONE&", $"l:{Beyond}")]
    [InlineData("refunds?invoiceNo=NONE&", $"l:{Last}")]
    [InlineData("refunds?invoiceNo=NONE&", "l:00000000-0000-7000-8000-000000000000")]
    public async Task A_cursor_that_somebody_made_up_shows_nothing_and_breaks_nothing(string list, string place)
    {
        var cursor = Uri.EscapeDataString(Convert.ToBase64String(Encoding.ASCII.GetBytes(place)));

        var answer = await world.Shop.GetAsync(Merchant, $"{list}cursor={cursor}");

        if (answer.Status == HttpStatusCode.OK)
            answer.Json["items"]!.AsArray().ShouldBeEmpty();
        else
            answer.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid_query");
    }

    [Theory]
    [InlineData("events?after=" + Beyond, HttpStatusCode.BadRequest, "invalid_query")]
    [InlineData("events?after=" + Last, HttpStatusCode.OK, null)]
    [InlineData("quarantine?cursor=mf", HttpStatusCode.OK, null)]
    [InlineData("quarantine?cursor=u0", HttpStatusCode.OK, null)]
    [InlineData("reconciliations/0001-01-01", HttpStatusCode.NotFound, "reconciliation_not_found")]
    [InlineData("reconciliations/9999-12-31", HttpStatusCode.NotFound, "reconciliation_not_found")]
    public async Task What_else_is_found_by_a_place_or_a_day_is_answered_too(string path, HttpStatusCode status, string? code)
    {
        var answer = await world.Shop.GetAsync(Merchant, path);

        if (code is null)
            answer.Status.ShouldBe(status, answer.Body);
        else
            answer.ShouldBeProblem(status, code);
    }
}
