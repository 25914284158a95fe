using System.Net;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Refunds;

/// <summary>Its bursts take the whole machine: it runs apart from the tests that wait for something.</summary>
[Collection(nameof(Alone))]
public sealed class RefundTests(World world)
{
    private static readonly WorldMerchant Merchant = WorldMerchant.Plain;

    [Fact]
    public async Task Two_hundred_parallel_repeats_of_one_request_make_one_operation_and_one_refund()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 1000.00m);
        var key = ShopClient.NewKey();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(_ => world.Shop.RefundAsync(Merchant, invoiceNo, 250.00m, key))
        );
        var id = answers.Select(answer => answer["id"]).Distinct().ShouldHaveSingleItem();
        await world.Shop.WaitForAsync(Merchant, id!, "succeeded");

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Accepted);
        (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).Count.ShouldBe(1);
        (await world.Gateway.CountAsync(Merchant, invoiceNo, "R")).ShouldBe(1);
    }

    [Fact]
    public async Task Of_a_hundred_parallel_refunds_exactly_those_that_fit_are_accepted_and_done()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 10.00m);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => world.Shop.RefundAsync(Merchant, invoiceNo, 1.00m))
        );
        var accepted = answers.Where(answer => answer.Status == HttpStatusCode.Accepted).ToList();
        foreach (var answer in accepted)
            await world.Shop.WaitForAsync(Merchant, answer["id"]!, "succeeded");

        accepted.Count.ShouldBe(10);
        answers
            .Where(answer => answer.Status != HttpStatusCode.Accepted)
            .ShouldAllBe(answer => answer["code"] == "amount_exceeds_refundable");
        var refunds = await world.Gateway.RefundsAsync(Merchant, invoiceNo);
        refunds.Sum(refund => refund["amount"]!.GetValue<decimal>()).ShouldBe(10.00m);
        (await world.Gateway.CountAsync(Merchant, invoiceNo, "R")).ShouldBe(10);
    }
}
