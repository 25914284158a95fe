using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Merchants;

/// <summary>The merchants and what they registered. Ids are case-sensitive.</summary>
internal sealed class MerchantDirectory
{
    private readonly ConcurrentDictionary<string, Merchant> _merchants = new(StringComparer.Ordinal);

    public IEnumerable<Merchant> All => _merchants.Values.OrderBy(merchant => merchant.Id, StringComparer.Ordinal);

    public static MerchantDirectory From(SimulatorOptions options)
    {
        var directory = new MerchantDirectory();
        // The public sandbox merchants of 2C2P that everything here is shown with.
        directory.Register("JT01", "7jYcp4FxFdf0");
        directory.Register("JT04", "QnmrnH6QE23N");
        directory.Register("JT06", "gVULqA2gT6Gi");
        foreach (var (id, key) in options.Merchants)
            directory.Register(id, key);
        foreach (var (id, path) in options.MerchantCertificates)
        {
            if (!directory.RegisterCertificate(id, X509CertificateLoader.LoadCertificateFromFile(path)))
                throw new InvalidOperationException(
                    $"--merchant-cert names {id}, which is no merchant: add --merchant {id}=<secret key>"
                );
        }

        return directory;
    }

    public Merchant? Find(string id) => _merchants.GetValueOrDefault(id);

    public void Register(string id, string secretKey) =>
        _merchants.AddOrUpdate(
            id,
            _ => new Merchant(id, secretKey, null),
            (_, known) => new Merchant(id, secretKey, known.Certificate)
        );

    public bool RegisterCertificate(string id, X509Certificate2 certificate)
    {
        if (Find(id) is not { } merchant)
            return false;
        _merchants[id] = new Merchant(id, merchant.SecretKey, certificate);
        return true;
    }
}
