namespace TwoC2P.Envelopes;

/// <summary>How a message's XML travels.</summary>
public enum EnvelopeKind
{
    /// <summary>Base64 of the XML (endpoint <c>PaymentProcess.aspx</c>).</summary>
    Base64,

    /// <summary>Base64 of CMS EnvelopedData, RFC 5652 (endpoint <c>PaymentAction.aspx</c>).</summary>
    Pkcs7,
}
