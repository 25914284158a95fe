using System.Text;
using TwoC2P.Simulator.Merchants;

namespace TwoC2P.Simulator.Envelopes;

/// <summary>base64(XML), the envelope of <c>PaymentProcess.aspx</c>.</summary>
internal sealed class Base64Envelope : IEnvelope
{
    public EnvelopeKind Kind => EnvelopeKind.Base64;

    public byte[]? Open(string text) => EnvelopeText.TryDecode(text);

    public bool CanCloseFor(Merchant merchant) => true;

    public string Close(string xml, Merchant? merchant, string? secretKey) => Convert.ToBase64String(Encoding.UTF8.GetBytes(xml));
}
