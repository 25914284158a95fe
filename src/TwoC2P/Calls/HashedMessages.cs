using TwoC2P.Keys;
using TwoC2P.Messages;
using TwoC2P.Signing;

namespace TwoC2P.Calls;

/// <summary>What every wire but that of the new generation has in common: <c>hashValue</c> says who wrote a message.</summary>
internal static class HashedMessages
{
    private const string HashField = "hashValue";

    public static void Sign(WireMessage message, MessageExchange exchange, GatewayKeys keys) =>
        message[HashField] = MessageSigner.Sign(message, exchange.RequestFormula, CurrentKey(keys));

    public static OpenedMessage Verify(WireMessage message, MessageExchange exchange, GatewayKeys keys) =>
        new(message, MessageSigner.Verify(message, message[HashField], exchange.AnswerFormula, keys.SecretKeys));

    private static SecretKey CurrentKey(GatewayKeys keys) =>
        keys.SecretKeys is [var current, ..]
            ? current
            : throw new InvalidOperationException("Configure the merchant's secret key: requests are signed with it.");
}
