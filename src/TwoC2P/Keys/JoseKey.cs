using System.Security.Cryptography;

namespace TwoC2P.Keys;

/// <summary>An RSA key of the new generation, imported once and used by many calls at a time. Its text form hides it.</summary>
/// <param name="version">Which version of the secret this is; safe to store and log.</param>
/// <param name="key">The merchant's own key pair, or 2C2P's public key.</param>
public sealed class JoseKey(string version, RSA key)
{
    /// <summary>Which version of the secret this is; safe to store and log.</summary>
    public string Version { get; } = version;

    internal RSA Key { get; } = key;

    /// <summary>Says only which version this is.</summary>
    public override string ToString() => $"JoseKey (hidden, version {Version})";
}
