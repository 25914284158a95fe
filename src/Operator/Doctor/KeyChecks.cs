using System.Security.Cryptography;
using PaymentOperations.Merchants;
using PaymentOperations.Merchants.Vault;
using TwoC2P.Keys;

namespace Operator.Doctor;

/// <summary>Looks at the stored keys of the new generation without asking 2C2P.</summary>
internal sealed class KeyChecks(ISecretSource source, TimeProvider time)
{
    public async Task<IReadOnlyList<Finding>> CheckAsync(Merchant merchant, JoseKeys keys, CancellationToken cancellationToken)
    {
        var own = $"{merchant.Id.Text}-jose-key";
        var gateway = $"{merchant.Id.Text}-gateway-jose-key";
        return
        [
            await DatesAsync(
                own,
                "The merchant's",
                "make a new pair with 'operator new-key', upload it and set it as default.",
                cancellationToken
            ),
            await DatesAsync(
                gateway,
                "2C2P's",
                "fetch the current one in 2C2P's portal (2C2P Public Keys, JWE) and store it.",
                cancellationToken
            ),
            new Finding(
                "the two stored keys are two keys",
                IsSame(keys.Merchant[0].Key, keys.Gateway[0].Key)
                    ? $"The secret {gateway} holds the merchant's own public key: store the key that 2C2P's portal shows under 2C2P Public Keys, JWE."
                    : null
            ),
        ];
    }

    private async Task<Finding> DatesAsync(string secret, string whose, string remedy, CancellationToken cancellationToken)
    {
        var newest = (await source.NewestAsync(secret, cancellationToken))[0];
        using var certificate = StoredCertificate.Of(newest.Value);
        return new Finding($"dates of {secret}", StoredCertificate.Problem(certificate, time.GetUtcNow(), whose, remedy));
    }

    private static bool IsSame(RSA one, RSA other) =>
        one.ExportParameters(includePrivateParameters: false)
            .Modulus.AsSpan()
            .SequenceEqual(other.ExportParameters(includePrivateParameters: false).Modulus);
}
