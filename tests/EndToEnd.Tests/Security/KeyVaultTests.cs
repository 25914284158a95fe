using System.Net;
using EndToEnd.Tests.Worlds;
using Sandbox.KeyVault;
using Testing;

namespace EndToEnd.Tests.Security;

/// <summary>Key Vault fails. What happens when it has a new key: <see cref="RotationTests"/>.</summary>
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
    public async Task While_it_takes_calls_and_does_not_answer_the_first_call_ends_with_a_503_and_is_not_lost()
    {
        var invoiceNo = await world.Gateway.CreateAsync(WorldMerchant.VeryLate, 100.00m);
        var key = ShopClient.NewKey();

        world.Sandbox.Vault.Availability = KeyVaultAvailability.Silent;
        var first = await world.Shop.RefundAsync(WorldMerchant.VeryLate, invoiceNo, 10.00m, key);
        world.Sandbox.Vault.Availability = KeyVaultAvailability.Up;
        var later = await Eventually.ResultAsync(
            () => world.Shop.RefundAsync(WorldMerchant.VeryLate, invoiceNo, 10.00m, key),
            answer => answer.Status != HttpStatusCode.ServiceUnavailable
        );
        await world.Shop.WaitForAsync(WorldMerchant.VeryLate, later["id"]!, "succeeded");

        first.Status.ShouldBe(HttpStatusCode.ServiceUnavailable, first.Body);
        first["retryable"].ShouldBe("true");
        (await world.Gateway.RefundsAsync(WorldMerchant.VeryLate, invoiceNo)).ShouldHaveSingleItem();
    }

    private async Task<Answer> RefundAsync(WorldMerchant merchant)
    {
        var invoiceNo = await world.Gateway.CreateAsync(merchant, 100.00m);
        var answer = await world.Shop.RefundAsync(merchant, invoiceNo, 10.00m);
        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Body);
        return answer;
    }
}
