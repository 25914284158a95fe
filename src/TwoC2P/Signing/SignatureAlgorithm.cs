namespace TwoC2P.Signing;

/// <summary>The HMAC of a message. Pinned by the message, never guessed from a digest's length: that would let a peer pick the weaker one.</summary>
internal enum SignatureAlgorithm
{
    HmacSha1,
    HmacSha256,
}
