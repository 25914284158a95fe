using System.Net;
using System.Text;
using Functions.Tests.Support;

namespace Functions.Tests.Requests;

/// <summary>UTF-8 as real programs announce and write it.</summary>
public sealed class EncodingTests
{
    public static TheoryData<string, bool> Charsets =>
        new()
        {
            { "application/json", true },
            { "application/json; charset=utf-8", true },
            { "application/json; charset=UTF-8", true },
            { "application/json; charset=utf8", true },
            { "application/json;charset=UTF8", true },
            { "application/json; charset=\"utf8\"", true },
            { "application/json; charset=utf-16", false },
            { "application/json; charset=utf 8", false },
            { "application/json; charset=iso-8859-1", false },
        };

    [Theory]
    [MemberData(nameof(Charsets))]
    public async Task utf_8_is_taken_under_either_name_with_and_without_a_byte_order_mark(string mediaType, bool isTaken)
    {
        await using var sut = await TestApp.StartAsync();

        foreach (var bom in new[] { "", "\uFEFF" })
        {
            using var request = Calls.Post("merchants/JT01/refunds", "", $"key-{bom.Length}");
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(bom + Calls.RefundBody));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType).ShouldBeTrue();

            using var response = await sut.Http.SendAsync(request);

            response.StatusCode.ShouldBe(isTaken ? HttpStatusCode.Accepted : HttpStatusCode.UnsupportedMediaType);
        }
    }

    [Fact]
    public async Task a_byte_order_mark_is_taken_once_and_only_at_the_start()
    {
        await using var sut = await TestApp.StartAsync();

        using var twice = await sut.PostRefundAsync($"\uFEFF\uFEFF{Calls.RefundBody}");
        using var alone = await sut.PostRefundAsync("\uFEFF");

        await twice.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        await alone.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        sut.DidNothing.ShouldBeTrue();
    }

    [Fact]
    public async Task a_patch_is_read_the_same_way()
    {
        await using var sut = await TestApp.StartAsync();
        using var request = Calls.Patch("merchants/JT01/recurring-plans/156142", "\uFEFF{\"amount\":1}");
        request.Content!.Headers.Remove("Content-Type");
        request
            .Content.Headers.TryAddWithoutValidation("Content-Type", "application/merge-patch+json; charset=utf8")
            .ShouldBeTrue();

        using var response = await sut.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("GET", "/api/merchants/JT01/operations?invoiceNo=", 8192, 0, 414)]
    [InlineData("GET", "/api/merchants/JT01/operations", 0, 101, 431)]
    [InlineData("GET", "/api/merchants/JT01/operations%00", 0, 0, 400)]
    [InlineData("REFUND", "/api/merchants/JT01/refunds", 0, 0, 404)]
    [InlineData("GET", "/merchants/JT01/operations", 0, 0, 404)]
    public async Task what_the_host_cannot_forward_has_an_empty_answer_as_the_documents_say(
        string method,
        string path,
        int letters,
        int headers,
        int status
    )
    {
        await using var sut = await TestApp.StartAsync();

        var answer = await RawHttp.SendAsync(
            sut.Address,
            $"{method} {path}{new string('a', letters)} HTTP/1.1\nX-Api-Key: {FakeMerchants.Key}{string.Concat(Enumerable.Repeat("\nX-One: 1", headers))}"
        );

        answer.ShouldStartWith($"HTTP/1.1 {status} ");
        answer.ShouldContain("Content-Length: 0");
    }

    [Fact]
    public async Task a_header_value_outside_ascii_is_answered_by_the_host_and_does_nothing()
    {
        await using var sut = await TestApp.StartAsync();

        var answer = await RawHttp.SendAsync(
            sut.Address,
            $"POST /api/merchants/JT01/refunds HTTP/1.1\nX-Api-Key: {FakeMerchants.Key}\nContent-Type: application/json\nIdempotency-Key: k\nX-Customer: สมชาย\nContent-Length: {Calls.RefundBody.Length}",
            Calls.RefundBody
        );

        answer.ShouldStartWith("HTTP/1.1 500 ");
        answer.ShouldContain("Content-Length: 0");
        sut.DidNothing.ShouldBeTrue();
    }
}
