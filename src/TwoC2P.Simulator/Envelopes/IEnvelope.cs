using TwoC2P.Simulator.Merchants;

namespace TwoC2P.Simulator.Envelopes;

/// <summary>How XML travels on one of the addresses.</summary>
internal interface IEnvelope
{
    EnvelopeKind Kind { get; }

    /// <returns>The XML's bytes, or null when the text cannot be opened (code 96).</returns>
    byte[]? Open(string text);

    /// <summary>Whether an answer to this merchant can be closed; asked before any work is done.</summary>
    bool CanCloseFor(Merchant merchant);

    /// <summary>Closes an answer. Without a merchant nobody can be encrypted to, so it goes as plain Base64.</summary>
    /// <param name="xml">The answer.</param>
    /// <param name="merchant">Whom it is for.</param>
    /// <param name="secretKey">What its hash was made with: a wrong key or none is meant to be noticed, also where a signature stands for the hash.</param>
    string Close(string xml, Merchant? merchant, string? secretKey);
}
