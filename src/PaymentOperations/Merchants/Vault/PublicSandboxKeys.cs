using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace PaymentOperations.Merchants.Vault;

/// <summary>
/// The secret keys that 2C2P publishes for its sandbox merchants JT01 to JT08. Everybody knows them, so everybody could sign as 2C2P: with real money they are worth nothing. Kept as SHA-256, in that order, so that
/// nobody copies one from here.
/// </summary>
internal static class PublicSandboxKeys
{
    private static readonly FrozenSet<string> Hashes = new[]
    {
        "42781ccdfcdf40acef582c357fbad10136d05cd27c965695a37eebc0cd46b2fa",
        "10131841ab1eefb5299322517d734aa0661edd82bdbf928b6e031a6b13ae0a09",
        "d5702dc16e10e52a6a3d116151d1fa4d027f52ecfb22c0116cb00ffcfa7e1886",
        "a4c6b04e731e04c7cc76a4a8192df98ede603598d7a19af9722b212d7d64de71",
        "2394d9072174747e7ef1b4604bd1e73eb2d2211fe32164bea947ffc3c6a9546a",
        "08fe9e98b3fb8885d4156a1c83137053c0524a9102831238870a40db37a4ee3f",
        "8cae5750bd905e0b3b0b7bf022d4370a1f44063a7c5c32e490b7408c1a242258",
        "c86f28c303b197b37e7221f18ef02cfc34793263af7f2aa8d0903bb06766cf5c",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string key) =>
        Hashes.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
}
