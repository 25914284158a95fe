using System.Net;
using System.Text;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.BadInput;

/// <summary>Bodies of refunds that cannot be taken. Nothing may be enqueued or written for any of them.</summary>
public sealed class RefundBodyTests(World world)
{
    private const int MostBytes = 64 * 1024;

    private static readonly WorldMerchant Merchant = WorldMerchant.Refused;

    [Theory]
    [InlineData("1.005", "two decimals")]
    [InlineData("0", "larger than zero")]
    [InlineData("0.00", "larger than zero")]
    [InlineData("-5", "larger than zero")]
    [InlineData("12345678901234", "at most")]
    [InlineData("\"250.00\"", "without quotes")]
    [InlineData("1e3", "without an exponent")]
    [InlineData("null", "Give the amount")]
    [InlineData("true", "JSON number")]
    public async Task An_amount_that_is_none_is_refused_with_what_to_give(string amount, string advice)
    {
        var answer = await PostAsync($$"""{"invoiceNo":"INV-1","amount":{{amount}}}""");

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid_request");
        answer.Json["errors"]!["amount"]!.ToString().ShouldContain(advice);
        await world.ShouldKnowNothingOfAsync(Merchant.Id);
    }

    [Theory]
    [InlineData("""{"amount":1.00}""", "invoiceNo", "Give the invoice number")]
    [InlineData("""{"invoiceNo":"","amount":1.00}""", "invoiceNo", "Give the invoice number")]
    [InlineData("""{"invoiceNo":"   ","amount":1.00}""", "invoiceNo", "only spaces")]
    [InlineData("""{"invoiceNo":"A\nB","amount":1.00}""", "invoiceNo", "Remove control characters")]
    [InlineData(
        """{"invoiceNo":"123456789012345678901234567890123456789012345678901","amount":1.00}""",
        "invoiceNo",
        "at most 50"
    )]
    [InlineData("""{"invoiceNo":7,"amount":1.00}""", "invoiceNo", "JSON string")]
    [InlineData("""{"invoiceNo":"INV-1","amount":1.00,"amountt":2}""", "amountt", "Remove this property")]
    [InlineData("""{"invoiceNo":"INV-1","amount":1.00,"amount":2.00}""", "amount", "once")]
    [InlineData("""{"invoiceNo":"INV-1","amount":1.00,"reason":"card 4111 1111 1111 1111"}""", "reason", "card number")]
    [InlineData("""["INV-1",1.00]""", "$", "JSON object")]
    public async Task A_body_that_is_not_as_agreed_is_refused_with_the_field_to_change(string body, string field, string advice)
    {
        var answer = await PostAsync(body);

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid_request");
        answer.Json["errors"]![field]!.ToString().ShouldContain(advice);
        await world.ShouldKnowNothingOfAsync(Merchant.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("invoiceNo=INV-1&amount=1.00")]
    public async Task What_is_not_JSON_is_refused(string body)
    {
        var answer = await PostAsync(body);

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid_request");
        await world.ShouldKnowNothingOfAsync(Merchant.Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_more_than_64_KiB_is_refused_however_it_is_sent(bool chunked)
    {
        var answer = await SendAsync(new string(' ', MostBytes + 1), "application/json", chunked);

        answer.ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
        answer["detail"]!.ShouldContain("65536");
        await world.ShouldKnowNothingOfAsync(Merchant.Id);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_media_type_is_refused(string mediaType)
    {
        var answer = await SendAsync("""{"invoiceNo":"INV-1","amount":1.00}""", mediaType, chunked: false);

        answer.ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        answer["detail"]!.ShouldContain("application/json");
        await world.ShouldKnowNothingOfAsync(Merchant.Id);
    }

    private Task<Answer> PostAsync(string body) => world.Shop.PostAsync(Merchant, "refunds", body, ShopClient.NewKey());

    private async Task<Answer> SendAsync(string body, string mediaType, bool chunked)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(world.Sandbox.App.Address, $"api/merchants/{Merchant.Id}/refunds")
        );
        request.Headers.Add("X-Api-Key", Merchant.ApiKey);
        request.Headers.Add("Idempotency-Key", ShopClient.NewKey());
        request.Headers.TransferEncodingChunked = chunked;
        request.Content = new StringContent(body, Encoding.UTF8, mediaType);
        return await world.Shop.SendAsync(request);
    }
}
