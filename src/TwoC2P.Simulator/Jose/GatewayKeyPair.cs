using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Jose;

/// <summary>The gateway's key pair of the new generation: from a file, or made for this run. After a rotation it reads with the old key and signs with the new one.</summary>
internal sealed class GatewayKeyPair(Func<X509Certificate2> load, TimeProvider time)
{
    private readonly Lazy<X509Certificate2> _first = new(load);
    private volatile X509Certificate2? _rotated;

    /// <summary>What requests are sealed for.</summary>
    public X509Certificate2 Reading => _first.Value;

    /// <summary>What answers are signed with.</summary>
    public X509Certificate2 Signing => _rotated ?? _first.Value;

    public static GatewayKeyPair From(SimulatorOptions options, TimeProvider time) =>
        new(
            () =>
                options.GatewayJosePfx is { } path
                    ? X509CertificateLoader.LoadPkcs12FromFile(path, options.GatewayPfxPassword)
                    : Make(time),
            time
        );

    public void RotateSigning() => _rotated = Make(time);

    private static X509Certificate2 Make(TimeProvider time)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=jose.gateway.simulator",
            rsa,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        var now = time.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
    }
}
