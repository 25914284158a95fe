using System.Net;
using System.Text;
using Functions.Tests.Support;

namespace Functions.Tests.Requests;

public sealed class BodyLimitTests
{
    private const int Limit = 65_536;

    [Theory]
    [InlineData(Limit, false, HttpStatusCode.Accepted)]
    [InlineData(Limit, true, HttpStatusCode.Accepted)]
    [InlineData(Limit + 1, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(Limit + 1, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(5_000_000, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(40_000_000, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(100 * 1024 * 1024, false, HttpStatusCode.RequestEntityTooLarge)]
    public async Task a_body_has_at_most_64_KiB_of_content_however_it_is_framed(int size, bool chunked, HttpStatusCode status)
    {
        await using var sut = await TestApp.StartAsync();
        var request = Calls.Post("merchants/JT01/refunds", Calls.RefundBody.PadRight(size));
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await sut.Http.SendAsync(request);

        response.StatusCode.ShouldBe(status);
        if (status != HttpStatusCode.Accepted)
        {
            await response.ShouldBeProblemAsync(status, "body_too_large");
            sut.DidNothing.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task a_callback_has_at_most_64_KiB_of_content()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.PostAsync(
            $"notifications/JT01/{Sample.Id}",
            new ByteArrayContent(new byte[Limit + 1])
        );

        await response.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
        sut.DidNothing.ShouldBeTrue();
    }

    // The host's refusal to read on (400 or 413) and the invocation that it breaks off by that (500) race in the host: either is its own empty answer.
    [Theory]
    [InlineData("Transfer-Encoding: chunked", "zz\r\n{}\r\n0\r\n\r\n", "^HTTP/1.1 (400|500) ")]
    [InlineData("Content-Length: 104857601", "", "^HTTP/1.1 (413|500) ")]
    public async Task broken_framing_and_bodies_over_100_MiB_are_answered_by_the_host_and_do_nothing(
        string framing,
        string body,
        string status
    )
    {
        await using var sut = await TestApp.StartAsync();

        var answer = await RawHttp.SendAsync(
            sut.Address,
            $"POST /api/merchants/JT01/refunds HTTP/1.1\nX-Api-Key: {FakeMerchants.Key}\nContent-Type: application/json\nIdempotency-Key: k\n{framing}",
            body
        );

        answer.ShouldMatch(status);
        answer.ShouldContain("Content-Length: 0");
        sut.DidNothing.ShouldBeTrue();
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("Application/JSON; charset=UTF-8", true)]
    [InlineData("application/json; charset=\"utf-8\"", true)]
    [InlineData("application/json; charset=iso-8859-1", false)]
    [InlineData("application/problem+json", false)]
    [InlineData("text/json", false)]
    [InlineData("application/x-www-form-urlencoded", false)]
    [InlineData("nonsense", false)]
    [InlineData(null, false)]
    public async Task only_JSON_in_UTF8_is_read(string? contentType, bool isRead)
    {
        await using var sut = await TestApp.StartAsync();
        var request = Calls.Post("merchants/JT01/refunds", "");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Calls.RefundBody));
        if (contentType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType).ShouldBeTrue();

        using var response = await sut.Http.SendAsync(request);

        sut.DidNothing.ShouldBe(!isRead);
        if (!isRead)
            await response.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Fact]
    public async Task a_compressed_body_is_not_read()
    {
        await using var sut = await TestApp.StartAsync();
        var request = Calls.Post("merchants/JT01/refunds", Calls.RefundBody);
        request.Content!.Headers.ContentEncoding.Add("gzip");

        using var response = await sut.Http.SendAsync(request);

        await response.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        sut.DidNothing.ShouldBeTrue();
    }
}
