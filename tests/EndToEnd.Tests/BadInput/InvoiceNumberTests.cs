using System.Net;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.BadInput;

/// <summary>Invoice numbers are real shops' numbers: many characters, and each of them counts.</summary>
public sealed class InvoiceNumberTests(World world)
{
    private static readonly WorldMerchant Merchant = WorldMerchant.Plain;

    /// <summary>They differ in one character, or only in how something might escape it.</summary>
    private static readonly string[] Unusual =
    [
        "N/1",
        "N#1",
        "N?1",
        "N%1",
        "N%2F1",
        "N=2F1",
        "N'1",
        "N\"1",
        "N 1",
        "N+1",
        "N&1",
        "N|1",
        "N\\1",
        "N<1>",
        "ใบแจ้งหนี้ ๑",
    ];

    [Fact]
    public async Task What_2C2Ps_field_allows_is_taken_and_stays_apart_from_all_others() =>
        await Task.WhenAll(Unusual.Select(RefundAsync));

    [Theory]
    [InlineData("BAD-INPUT-1", "bad-input-1")]
    [InlineData("BAD-INPUT-1", "BAD-INPUT-1 ")]
    [InlineData("BAD-INPUT-1", "BAD-INPUT-2")]
    public async Task Another_spelling_is_another_payment_and_is_not_found(string existing, string asked)
    {
        await world.Gateway.CreateAsync(WorldMerchant.Refused, 100.00m, invoiceNo: existing);

        var refund = await world.Shop.RefundAsync(WorldMerchant.Refused, asked, 10.00m);
        var payment = await world.Shop.GetAsync(WorldMerchant.Refused, $"payments?invoiceNo={Uri.EscapeDataString(asked)}");

        refund.ShouldBeProblem(HttpStatusCode.NotFound, "payment_not_found");
        refund["detail"]!.ShouldContain("letter case");
        payment.ShouldBeProblem(HttpStatusCode.NotFound, "payment_not_found");
        await world.ShouldKnowNothingOfAsync(WorldMerchant.Refused.Id);
    }

    [Theory]
    [InlineData("payments")]
    [InlineData("payments?invoiceNo=")]
    [InlineData("payments?invoiceNo=A%0AB")]
    [InlineData("payments?invoiceNo=123456789012345678901234567890123456789012345678901")]
    [InlineData("payments?invoiceNo=A&invoiceNo=B")]
    [InlineData("payments?invoice=A")]
    public async Task A_query_that_asks_for_no_one_payment_is_refused(string path)
    {
        var answer = await world.Shop.GetAsync(WorldMerchant.Refused, path);

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid_query");
    }

    // Two of these in one ledger partition would not fit into what was captured.
    private async Task RefundAsync(string invoiceNo)
    {
        await world.Gateway.CreateAsync(Merchant, 100.00m, invoiceNo: invoiceNo);

        var accepted = await world.Shop.RefundAsync(Merchant, invoiceNo, 60.00m);
        accepted.Status.ShouldBe(HttpStatusCode.Accepted, accepted.Body);
        await world.Shop.WaitForAsync(Merchant, accepted["id"]!, "succeeded");
        var listed = await world.Shop.GetAsync(Merchant, $"refunds?invoiceNo={Uri.EscapeDataString(invoiceNo)}");
        var payment = await world.Shop.GetAsync(Merchant, $"payments?invoiceNo={Uri.EscapeDataString(invoiceNo)}");

        accepted["invoiceNo"].ShouldBe(invoiceNo);
        payment["invoiceNo"].ShouldBe(invoiceNo);
        listed.Json["items"]!.AsArray().ShouldHaveSingleItem()!["id"]!.ToString().ShouldBe(accepted["id"]);
        (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem();
    }
}
