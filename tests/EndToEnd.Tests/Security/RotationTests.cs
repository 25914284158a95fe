using System.Net;
using EndToEnd.Tests.Callbacks;
using EndToEnd.Tests.Worlds;
using Testing;

namespace EndToEnd.Tests.Security;

/// <summary>
/// A merchant's key is changed at 2C2P while reads and callbacks flow, at another moment than the app learns of it: none is refused, and refunds before and after it end. The keys are 2C2P's to change at one moment, so every
/// message carries the one or the other.
/// </summary>
public abstract class RotationTests(World world, WorldMerchant merchant)
{
    /// <summary>2C2P signs with a secret key that this instance has not read yet.</summary>
    public sealed class SecretKeyAtTheGatewayFirst(World world) : RotationTests(world, WorldMerchant.Rotating)
    {
        protected override Task StoreAsync() => Task.CompletedTask;

        protected override Task ChangeAsync() => Task.WhenAll(StoreSecretKeyAsync(), ChangeSecretKeyAsync());
    }

    /// <summary>The app knows a secret key that 2C2P does not use yet.</summary>
    public sealed class SecretKeyInTheVaultFirst(World world) : RotationTests(world, WorldMerchant.RotatingLate)
    {
        protected override Task StoreAsync() => StoreSecretKeyAsync();

        protected override Task ChangeAsync() => ChangeSecretKeyAsync();
    }

    /// <summary>2C2P seals for a certificate whose key this instance has not read yet.</summary>
    public sealed class CertificateAtTheGatewayFirst(World world)
        : RotationTests(world, WorldMerchant.Rotating.In(Envelopes.Pkcs7))
    {
        protected override Task StoreAsync() => Task.CompletedTask;

        protected override Task ChangeAsync() => Task.WhenAll(StorePairAsync("private-key"), ChangeCertificateAsync());
    }

    /// <summary>2C2P knows a key of the new generation that this instance has not read yet, and no other.</summary>
    public sealed class JoseKeyAtTheGatewayFirst(World world) : RotationTests(world, WorldMerchant.Rotating.In(Envelopes.Jose))
    {
        protected override Task StoreAsync() => Task.CompletedTask;

        protected override Task ChangeAsync() => Task.WhenAll(StorePairAsync("jose-key"), ChangeCertificateAsync());
    }

    /// <summary>The app knows a key of the new generation that 2C2P does not know yet.</summary>
    public sealed class JoseKeyInTheVaultFirst(World world) : RotationTests(world, WorldMerchant.RotatingLate.In(Envelopes.Jose))
    {
        protected override Task StoreAsync() => StorePairAsync("jose-key");

        protected override Task ChangeAsync() => ChangeCertificateAsync();
    }

    private const int PassedEachTime = 6;

    private readonly (string Secret, string CertificatePem) pair = MerchantKeys.Another(merchant);

    private string NewSecretKey => $"{merchant.SecretKey}-2";

    [Fact]
    public async Task It_fails_no_read_and_refuses_no_callback()
    {
        await StoreAsync();
        var before = await PendingRefund.StartAsync(world, merchant, 300.00m);
        await before.FinishAsync(notify: false);
        var delayed = await CaughtCallback.OfAsync(before);

        var reads = Repeated.Start(async () =>
            (await world.Shop.GetAsync(merchant, $"payments?invoiceNo={before.InvoiceNo}")).Status
        );
        var callbacks = Repeated.Start(async () =>
            (HttpStatusCode)((await before.NotifyAsync("normal", status: "RF")).Single() ?? 0)
        );
        await Task.WhenAll(reads.PassAsync(PassedEachTime), callbacks.PassAsync(PassedEachTime));
        await ChangeAsync();
        await Task.WhenAll(reads.PassAsync(PassedEachTime), callbacks.PassAsync(PassedEachTime));
        var after = await PendingRefund.StartAsync(world, merchant, 300.00m);
        await after.FinishAsync();
        await after.WaitForAsync("succeeded");
        await before.WaitForAsync("succeeded");

        // What 2C2P signed and sealed with the key before comes late, or is repeated.
        (await before.PostAsync(delayed)).Status.ShouldBe(HttpStatusCode.OK);
        (await reads.EndAsync()).ShouldAllBe(status => status == HttpStatusCode.OK);
        (await callbacks.EndAsync()).ShouldAllBe(status => status == HttpStatusCode.OK);
        foreach (var refund in (PendingRefund[])[before, after])
            (await world.Gateway.CountAsync(merchant, refund.InvoiceNo, "R")).ShouldBe(1);
    }

    /// <summary>What is in the vault before the app asks for this merchant's keys for the first time.</summary>
    protected abstract Task StoreAsync();

    /// <summary>What is changed under way.</summary>
    protected abstract Task ChangeAsync();

    protected Task StoreSecretKeyAsync() => StoreAsync("secret-key", NewSecretKey);

    protected Task StorePairAsync(string name) => StoreAsync(name, pair.Secret);

    protected Task ChangeSecretKeyAsync() => world.Gateway.ChangeKeyAsync(merchant, NewSecretKey);

    protected Task ChangeCertificateAsync() => world.Gateway.ChangeCertificateAsync(merchant, pair.CertificatePem);

    private Task StoreAsync(string name, string value)
    {
        world.Sandbox.Vault.SetSecret($"{merchant.Id}-{name}", value);
        return Task.CompletedTask;
    }
}
