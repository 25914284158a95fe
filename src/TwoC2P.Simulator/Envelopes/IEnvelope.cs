using TwoC2P.Simulator.Merchants;

namespace TwoC2P.Simulator.Envelopes;

/// <summary>How XML travels on one of the two addresses.</summary>
internal interface IEnvelope
{
    EnvelopeKind Kind { get; }

    /// <returns>The XML's bytes, or null when the text cannot be opened (code 96).</returns>
    byte[]? Open(string text);

    /// <summary>Whether an answer to this merchant can be closed; asked before any work is done.</summary>
    bool CanCloseFor(Merchant merchant);

    /// <summary>Closes an answer. Without a merchant nobody can be encrypted to, so it goes as plain Base64.</summary>
    string Close(string xml, Merchant? merchant);
}
