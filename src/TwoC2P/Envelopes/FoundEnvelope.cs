namespace TwoC2P.Envelopes;

/// <summary>What a text that came from 2C2P turns out to be.</summary>
public enum FoundEnvelope
{
    /// <summary>None of the others: an error page, half a message, noise.</summary>
    None,

    /// <summary>Base64 of XML.</summary>
    Xml,

    /// <summary>Base64 of CMS EnvelopedData (PKCS#7).</summary>
    Pkcs7,

    /// <summary>Base64 of JSON, QuickPay's form.</summary>
    Json,

    /// <summary>
    /// A compact JOSE token, the form of 2C2P's newer versions ("Payment Maintenance"). Found where another envelope is set: the merchant's channel at 2C2P and the setting
    /// <c>Envelope</c> do not agree.
    /// </summary>
    Jose,
}
