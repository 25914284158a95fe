using System.Diagnostics;
using System.Text;
using TwoC2P.Messages;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;
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
        GatewayKeys keys,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        message["hashValue"] = MessageSigner.Sign(message, exchange.RequestFormula, CurrentKey(keys));
        var body = wire.Seal(message, exchange.Request);
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
        var message = wire.Open(Encoding.UTF8.GetString(body).Trim(), exchange.Answer)
            .FirstOrDefault(message => message?.NullIfEmpty(exchange.ResultField) is not null);
        return message is null ? new MessageReply.Unknown(UnknownReason.Unreadable, Ok) : new MessageReply.Received(message);
    }

    private static SecretKey CurrentKey(GatewayKeys keys) =>
        keys.SecretKeys is [var current, ..]
            ? current
            : throw new InvalidOperationException("Configure the merchant's secret key: requests are signed with it.");
}
