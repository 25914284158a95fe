using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using TwoC2P.Envelopes;
using TwoC2P.Keys;

namespace Benchmarks.Messages;

/// <summary>Sealing and opening a message of 600 bytes as a token of Payment Maintenance, against the cryptography that it cannot do without.</summary>
public class TokenBenchmark
{
    private const int ContentBytes = 600;
    private const double MostRatio = 1.2;

    private static readonly byte[] Content = Encoding.ASCII.GetBytes($"<a>{new string('x', ContentBytes - 7)}</a>");
    private static readonly RSA Merchant = RSA.Create(2048);
    private static readonly RSA Gateway = RSA.Create(2048);
    private static readonly JoseKeys Sealing = Keys(Merchant, PublicOf(Gateway));
    private static readonly JoseKeys Opening = Keys(Gateway, PublicOf(Merchant));
    private static readonly BareToken Alone = new(Merchant, Gateway, Content, JoseToken.Seal(Content, Sealing).LastIndexOf('.'));

    /// <summary>Measures and tells; false when the tokens cost too much.</summary>
    internal static bool Run(Report report)
    {
        var measured = Comparison.Of<TokenBenchmark>();
        var ratio = measured.Ratio(nameof(Token), to: nameof(Bare));
        return report.Add(
            $"JOSE, {ContentBytes} bytes there and back",
            $"{measured.TimeOf(nameof(Token)).TotalMicroseconds:N0} µs, its bare cryptography {measured.TimeOf(nameof(Bare)).TotalMicroseconds:N0} µs: {ratio:F2} times",
            $"{MostRatio} times",
            ratio <= MostRatio
        );
    }

    /// <summary>The cryptography alone.</summary>
    [Benchmark(Baseline = true)]
    public int Bare() => Checked(Alone.SealAndOpen());

    /// <summary>A whole token.</summary>
    [Benchmark]
    public int Token() => Checked(JoseToken.Open(JoseToken.Seal(Content, Sealing), Opening)!.Xml.Length);

    private static int Checked(int opened) =>
        opened == ContentBytes ? opened : throw new InvalidOperationException($"{opened} bytes came back.");

    private static JoseKeys Keys(RSA own, RSA other) =>
        new() { Merchant = [new JoseKey("1", own)], Gateway = [new JoseKey("1", other)] };

    private static RSA PublicOf(RSA key) => RSA.Create(key.ExportParameters(includePrivateParameters: false));
}
