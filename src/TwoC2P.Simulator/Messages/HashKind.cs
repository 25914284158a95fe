namespace TwoC2P.Simulator.Messages;

/// <summary>The algorithm of a hashValue; which one an API uses depends on the API, its version or the request.</summary>
internal enum HashKind
{
    /// <summary>HMAC-SHA1, 40 hexadecimal digits.</summary>
    Sha1,

    /// <summary>HMAC-SHA256, 64 hexadecimal digits.</summary>
    Sha256,
}
