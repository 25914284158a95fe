namespace TwoC2P.Envelopes;

/// <summary>A token's content, which 2C2P has signed.</summary>
/// <param name="Xml">The message.</param>
/// <param name="KeyVersion">Version of 2C2P's key that verified the signature.</param>
internal sealed record OpenedToken(byte[] Xml, string KeyVersion);
