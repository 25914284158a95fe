using System.Net;
using Functions.Tests.Support;
using PaymentOperations.Operations;
using TwoC2P;

namespace Functions.Tests.Operations;

/// <summary>The refunds, settlements and voids of one payment.</summary>
public sealed class InvoiceListTests
{
    [Theory]
    [InlineData("refunds", OperationKind.Refund)]
    [InlineData("settlements", OperationKind.Settlement)]
    [InlineData("voids", OperationKind.Void)]
    public async Task a_list_shows_its_kind_and_comes_in_pages(string list, OperationKind kind)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Reader.Pages.Add(() => new([Sample.Operation(kind)], null));
        sut.Reader.Pages.Add(() => new([], null));

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/{list}?invoiceNo=I%2F1&limit=1"));
        using var second = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/{list}?invoiceNo=I%2F1&limit=1&cursor=1"));

        var body = await response.JsonAsync();
        body.GetProperty("items")[0].GetProperty("kind").GetString().ShouldBe(list[..^1]);
        body.GetProperty("nextCursor").GetString().ShouldBe("1");
        (await second.JsonAsync()).GetProperty("items").GetArrayLength().ShouldBe(0);
        sut.Reader.InvoiceQueries.ShouldBe([new(InvoiceNo.Parse("I/1"), kind, 1), new(InvoiceNo.Parse("I/1"), kind, 1, "1")]);
    }

    [Theory]
    [InlineData("settlements", "", "invoiceNo")]
    [InlineData("voids", "invoiceNo=", "invoiceNo")]
    [InlineData("voids", "invoiceNo=I&source=gateway", "query")]
    [InlineData("settlements", "invoiceNo=I&limit=0", "limit")]
    [InlineData("refunds", "invoiceNo=I&limit=101", "limit")]
    [InlineData("refunds", "invoiceNo=I&source=gateway&limit=10", "limit")]
    [InlineData("refunds", "invoiceNo=I&source=gateway&cursor=1", "cursor")]
    public async Task a_wrong_query_is_refused(string list, string query, string field)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/{list}?{query}"));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
        problem.ErrorsOf().Keys.ShouldBe([field]);
    }

    [Theory]
    [InlineData("settlements")]
    [InlineData("voids")]
    public async Task the_right_to_begin_is_no_right_to_read(string list)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Add(FakeMerchants.KeyOf("writer", $"{list}:write"));
        sut.Merchants.Add(FakeMerchants.KeyOf("reader", $"{list}:read"));

        using var writer = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/{list}?invoiceNo=I").With("X-Api-Key", "writer"));
        using var reader = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/{list}?invoiceNo=I").With("X-Api-Key", "reader"));

        await writer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "missing_scope");
        reader.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("refunds")]
    [InlineData("settlements")]
    [InlineData("voids")]
    public async Task a_foreign_cursor_is_refused(string list)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Reader.Pages.Add(() => new([], null, CursorIsValid: false));

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/{list}?invoiceNo=I"));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
        problem.ErrorsOf().Keys.ShouldBe(["cursor"]);
    }
}
