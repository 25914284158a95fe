using System.Net;
using Functions.Tests.Support;
using PaymentOperations.Operations;
using TwoC2P;

namespace Functions.Tests.Operations;

public sealed class SearchOperationsTests
{
    [Fact]
    public async Task a_search_means_what_it_says_and_covers_all_days()
    {
        await using var sut = await TestApp.StartAsync();
        const string query =
            "needsReview=true&reference=3598743&invoiceNo=INV%2F2026%2F1&amount=250.5&metadata.orderId=10%2001&metadata.a.b-c=%C3%A4&status=unknown&kind=refund&cursor=abc";

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/operations?{query}"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var asked = sut.Reader.Queries.ShouldHaveSingleItem();
        (asked with { Search = null }).ShouldBe(
            new(DateOnly.MinValue, DateOnly.MaxValue, OperationStatus.Unknown, OperationKind.Refund, "abc")
        );
        var search = asked.Search.ShouldNotBeNull();
        search.NeedsReview.ShouldBeTrue();
        search.Reference.ShouldBe("3598743");
        search.InvoiceNo.ShouldBe(InvoiceNo.Parse("INV/2026/1"));
        search.Amount.ShouldBe(Money.FromAmount(250.50m));
        search.Metadata.ShouldBe(new Dictionary<string, string> { ["orderId"] = "10 01", ["a.b-c"] = "ä" }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("needsReview=true")]
    [InlineData("reference=R1")]
    [InlineData("invoiceNo=I")]
    [InlineData("amount=1")]
    [InlineData("metadata.k=v")]
    public async Task one_filter_is_a_search(string query)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/operations?{query}"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        sut.Reader.Queries.ShouldHaveSingleItem().Search.ShouldNotBeNull();
    }

    [Fact]
    public async Task a_search_may_be_given_any_number_of_days()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(
            Calls.Get("merchants/JT01/operations?reference=R1&from=2020-01-01&to=2026-11-23")
        );

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var asked = sut.Reader.Queries.ShouldHaveSingleItem();
        asked.From.ShouldBe(new DateOnly(2020, 1, 1));
        asked.To.ShouldBe(new DateOnly(2026, 11, 23));
    }

    [Theory]
    [InlineData("needsReview=false", "needsReview")]
    [InlineData("needsReview=yes", "needsReview")]
    [InlineData("needsReview=", "needsReview")]
    [InlineData("needsreview=true", "query")]
    [InlineData("reference=", "reference")]
    [InlineData("reference=%20", "reference")]
    [InlineData("reference=a%0Ab", "reference")]
    [InlineData("reference=a&reference=b", "reference")]
    [InlineData("invoiceNo=", "invoiceNo")]
    [InlineData("invoiceNo=a%00", "invoiceNo")]
    [InlineData("amount=", "amount")]
    [InlineData("amount=0", "amount")]
    [InlineData("amount=-1", "amount")]
    [InlineData("amount=1e3", "amount")]
    [InlineData("amount=1.234", "amount")]
    [InlineData("amount=1,00", "amount")]
    [InlineData("amount=99999999999", "amount")]
    [InlineData("metadata=1", "query")]
    [InlineData("metadata.=1", "metadata")]
    [InlineData("metadata.a%20b=1", "metadata")]
    [InlineData("metadata.4111111111111111=1", "metadata")]
    [InlineData("metadata.k=", "metadata.k")]
    [InlineData("metadata.k=4111111111111111", "metadata.k")]
    [InlineData("metadata.k=a%0Ab", "metadata.k")]
    [InlineData("metadata.k=1&metadata.k=2", "metadata.k")]
    [InlineData("metadata.4111111111111111=1&metadata.4111111111111111=2", "(unnamed)")]
    [InlineData("Metadata.k=1", "query")]
    [InlineData("amount=1&from=2026-11-24&to=2026-11-23", "from")]
    public async Task a_wrong_search_is_refused(string query, string field)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/operations?{query}"));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
        problem.ErrorsOf().Keys.ShouldBe([field]);
        problem.Words().ShouldNotContain("4111");
        sut.Reader.Queries.ShouldBeEmpty();
    }

    [Fact]
    public async Task too_long_and_too_many_filters_are_refused()
    {
        await using var sut = await TestApp.StartAsync();
        var pairs = string.Join('&', Enumerable.Range(0, 21).Select(number => $"metadata.k{number}=v"));
        string[] queries = [$"reference={new string('r', 151)}", $"metadata.k={new string('v', 201)}", pairs];

        foreach (var query in queries)
        {
            using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/operations?{query}"));
            await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
        }
    }
}
