using System.Diagnostics;
using System.Text;
using TwoC2P.Envelopes;
using TwoC2P.Messages;
using TwoC2P.Transport;

namespace TwoC2P.Calls;

/// <summary>Signs a message, sends it once and reads what comes back. The one way of every API to 2C2P.</summary>
internal sealed class GatewayExchange(GatewayHttp http)
{
    private const int Ok = 200;

    /// <exception cref="InvalidOperationException">The merchant is configured without a key or certificate that this needs; nothing was sent.</exception>
    public async Task<MessageReply> SendAsync(
        IWire wire,
        MessageExchange exchange,
        WireMessage message,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        var body = wire.Seal(message, exchange);
        var reply = await http.PostAsync(wire.Endpoint, body, wire.MediaType, deadline, cancellationToken);
        return reply switch
        {
            GatewayReply.Received received => Read(received.Body, wire, exchange),
            GatewayReply.NeverSent never => new MessageReply.NeverSent(never.Reason),
            GatewayReply.Unknown unknown => new MessageReply.Unknown(unknown.Reason, unknown.HttpStatus),
            _ => throw new UnreachableException(),
        };
    }

    private static MessageReply Read(byte[] body, IWire wire, MessageExchange exchange)
    {
        var text = Encoding.UTF8.GetString(body);
        var opened = wire.Open(text, exchange)
            .FirstOrDefault(opened => opened.Message.NullIfEmpty(exchange.ResultField) is not null);
        return opened is null
            ? new MessageReply.Unknown(wire.NotOpened, Ok) { Found = FoundInstead(text, wire) }
            : new MessageReply.Received(opened);
    }

    // On a wire of tokens a token is no foreign envelope, but one that nobody vouches for.
    private static FoundEnvelope FoundInstead(string text, IWire wire)
    {
        var found = EnvelopeText.Find(text).Kind;
        return wire is JoseWire && found is FoundEnvelope.Jose ? FoundEnvelope.None : found;
    }
}
