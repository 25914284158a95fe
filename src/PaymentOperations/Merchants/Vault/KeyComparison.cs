using System.Security.Cryptography.X509Certificates;
using TwoC2P.Keys;

namespace PaymentOperations.Merchants.Vault;

/// <summary>Whether two sets of keys are the same ones in the same order. A version is imported once, so that the same key is the same object.</summary>
internal static class KeyComparison
{
    public static bool AreSame(GatewayKeys one, GatewayKeys other) =>
        AreSame<SecretKey>(one.SecretKeys, other.SecretKeys)
        && AreSame<X509Certificate2>(one.MerchantCertificates, other.MerchantCertificates)
        && AreSame<JoseKey>(one.Jose?.Merchant ?? [], other.Jose?.Merchant ?? [])
        && AreSame<JoseKey>(one.Jose?.Gateway ?? [], other.Jose?.Gateway ?? []);

    private static bool AreSame<T>(IReadOnlyList<T> one, IReadOnlyList<T> other)
        where T : class => one.SequenceEqual(other, ReferenceEqualityComparer.Instance);
}
