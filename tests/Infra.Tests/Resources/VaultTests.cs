namespace Infra.Tests.Resources;

public sealed class VaultTests
{
    [Fact]
    public void Secrets_are_guarded_by_roles_and_cannot_be_destroyed()
    {
        foreach (var sut in Predicted.Both)
        {
            var vault = sut.Single("Microsoft.KeyVault/vaults")["properties"]!;

            Predicted.IsTrue(vault["enableRbacAuthorization"]).ShouldBeTrue();
            Predicted.IsTrue(vault["enableSoftDelete"]).ShouldBeTrue();
            Predicted.IsTrue(vault["enablePurgeProtection"]).ShouldBeTrue();
            vault["softDeleteRetentionInDays"]!.GetValue<int>().ShouldBe(90);
        }
    }
}
