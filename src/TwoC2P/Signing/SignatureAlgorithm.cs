namespace TwoC2P.Signing;

/// <summary>The HMAC of a message. Pinned by the message, never guessed from a digest's length: that would let a peer pick the weaker one.</summary>
public enum SignatureAlgorithm
{
    /// <summary>HMAC-SHA1: Payment Action, QuickPay, and recurring plans before version 2.3.</summary>
    HmacSha1,

    /// <summary>HMAC-SHA256: what 2C2P's page says of cards, recurring plans and instalment options.</summary>
    HmacSha256,
}
