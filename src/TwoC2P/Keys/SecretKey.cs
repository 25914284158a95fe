namespace TwoC2P.Keys;

/// <summary>A merchant's secret key for HMACs, used as text (never hex-decoded). Its text form hides it.</summary>
/// <param name="version">Which version of the secret this is; safe to store and log.</param>
/// <param name="value">The key as 2C2P gave it.</param>
public sealed class SecretKey(string version, string value)
{
    /// <summary>Which version of the secret this is; safe to store and log.</summary>
    public string Version { get; } = version;

    internal string Value { get; } = value;

    /// <summary>Says only which version this is.</summary>
    public override string ToString() => $"SecretKey (hidden, version {Version})";
}
