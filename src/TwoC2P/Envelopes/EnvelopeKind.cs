namespace TwoC2P.Envelopes;

/// <summary>How a message's XML travels.</summary>
public enum EnvelopeKind
{
    /// <summary>Base64 of the XML (endpoint <c>PaymentProcess.aspx</c>).</summary>
    Base64,

    /// <summary>Base64 of CMS EnvelopedData, RFC 5652 (endpoint <c>PaymentAction.aspx</c>).</summary>
    Pkcs7,

    /// <summary>
    /// The new generation, "Payment Maintenance": a JWE (RSA-OAEP, A256GCM) inside a JWS (PS256), both compact, RFC 7516 and 7515 (endpoint <c>PaymentAction/2.0/action</c>). The
    /// signature takes the place of <c>hashValue</c>.
    /// </summary>
    Jose,
}
