using System.Security.Cryptography;
using System.Text;
using TwoC2P.Envelopes;
using TwoC2P.Keys;

namespace Benchmarks;

/// <summary>Sealing and opening a message of 600 bytes, against the cryptography that it cannot do without.</summary>
internal static class TokenBenchmark
{
    private const int ContentBytes = 600;
    private const double MostRatio = 1.2;

    /// <summary>Measures and tells; false when the tokens cost too much.</summary>
    public static bool Run()
    {
        var (merchant, gateway) = (RSA.Create(2048), RSA.Create(2048));
        var content = Encoding.ASCII.GetBytes($"<a>{new string('x', ContentBytes - 7)}</a>");
        var (sealing, opening) = (Keys(merchant, PublicOf(gateway)), Keys(gateway, PublicOf(merchant)));
        var bare = new BareToken(merchant, gateway, content, JoseToken.Seal(content, sealing).LastIndexOf('.'));

        var (alone, whole) = InTurns.Compare(
            () => Check(bare.SealAndOpen()),
            () => Check(JoseToken.Open(JoseToken.Seal(content, sealing), opening)!.Xml.Length)
        );

        var ratio = whole / alone;
        Console.WriteLine(
            $"Seal and open {ContentBytes} bytes: {whole.TotalMicroseconds:N0} µs, its bare cryptography {alone.TotalMicroseconds:N0} µs, {ratio:F2} times (at most {MostRatio})"
        );
        return ratio <= MostRatio;
    }

    private static void Check(int opened)
    {
        if (opened != ContentBytes)
            throw new InvalidOperationException($"{opened} bytes came back.");
    }

    private static JoseKeys Keys(RSA own, RSA other) =>
        new() { Merchant = [new JoseKey("1", own)], Gateway = [new JoseKey("1", other)] };

    private static RSA PublicOf(RSA key) => RSA.Create(key.ExportParameters(includePrivateParameters: false));
}
