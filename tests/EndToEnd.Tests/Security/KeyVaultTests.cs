using System.Net;
using EndToEnd.Tests.Worlds;
using Sandbox.KeyVault;
using Testing;

namespace EndToEnd.Tests.Security;

/// <summary>Key Vault fails, or has a new key.</summary>
[Collection(nameof(Alone))]
public sealed class KeyVaultTests(World world)
{
    [Fact]
    public async Task While_it_is_down_known_secrets_serve_and_others_are_a_503_that_ends_with_it()
    {
        var known = await RefundAsync(WorldMerchant.Plain);
        await world.Shop.WaitForAsync(WorldMerchant.Plain, known["id"]!, "succeeded");
        var lateInvoice = await world.Gateway.CreateAsync(WorldMerchant.Late, 100.00m);
        var key = ShopClient.NewKey();

        world.Sandbox.Vault.Availability = KeyVaultAvailability.Down;
        var cached = await RefundAsync(WorldMerchant.Plain);
        var done = await world.Shop.WaitForEndAsync(WorldMerchant.Plain, cached["id"]!);
        var first = await world.Shop.RefundAsync(WorldMerchant.Late, lateInvoice, 10.00m, key);
        world.Sandbox.Vault.Availability = KeyVaultAvailability.Up;
        var later = await Eventually.ResultAsync(
            () => world.Shop.RefundAsync(WorldMerchant.Late, lateInvoice, 10.00m, key),
            answer => answer.Status != HttpStatusCode.ServiceUnavailable
        );
        await world.Shop.WaitForAsync(WorldMerchant.Late, later["id"]!, "succeeded");

        done["status"].ShouldBe("succeeded");
        first.Status.ShouldBe(HttpStatusCode.ServiceUnavailable, first.Body);
        first["code"].ShouldBe("unavailable");
        first["retryable"].ShouldBe("true");
        later.Status.ShouldBe(HttpStatusCode.Accepted, later.Body);
        (await world.Gateway.RefundsAsync(WorldMerchant.Late, lateInvoice)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_new_secret_key_is_found_when_the_gateway_signs_with_it()
    {
        const string NewKey = "e2e7-second-secret";
        var merchant = WorldMerchant.Rotating;
        var before = await RefundAsync(merchant);
        await world.Shop.WaitForAsync(merchant, before["id"]!, "succeeded");

        world.Sandbox.Vault.SetSecret($"{merchant.Id}-secret-key", NewKey);
        await world.Gateway.ChangeKeyAsync(merchant, NewKey);
        var invoiceNo = await world.Gateway.CreateAsync(merchant, 100.00m);
        var payment = await world.Shop.GetAsync(merchant, $"payments?invoiceNo={invoiceNo}");
        var after = await RefundAsync(merchant);
        await world.Shop.WaitForAsync(merchant, after["id"]!, "succeeded");

        payment.Status.ShouldBe(HttpStatusCode.OK, payment.Body);
    }

    private async Task<Answer> RefundAsync(WorldMerchant merchant)
    {
        var invoiceNo = await world.Gateway.CreateAsync(merchant, 100.00m);
        var answer = await world.Shop.RefundAsync(merchant, invoiceNo, 10.00m);
        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Body);
        return answer;
    }
}
