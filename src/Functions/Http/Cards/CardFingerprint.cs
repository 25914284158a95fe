using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TwoC2P;
using TwoC2P.CardTokens;

namespace PaymentGateway.Http.Cards;

/// <summary>
/// What makes two additions of a card the same: method, route and the values of the body in a fixed order. The card number takes part as a hash that is keyed with the
/// Idempotency-Key, so this text has no digit of it wherever it should turn up; storage keeps no more than another hash of the whole, keyed with the ledger's secret.
/// </summary>
internal static class CardFingerprint
{
    /// <summary>The fingerprint of a POST.</summary>
    public static string Of(MerchantId merchantId, string idempotencyKey, CardTokenRequest card) =>
        $"POST\n{CardAddress.Collection(merchantId)}\n{Body(idempotencyKey, card)}";

    private static string Body(string idempotencyKey, CardTokenRequest card)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteBase64String("pan", card.Pan!.KeyedHash(SHA256.HashData(Encoding.UTF8.GetBytes(idempotencyKey))));
            json.WriteString("panBank", card.PanBank);
            json.WriteString("panCountry", card.PanCountry);
            json.WriteString("panCurrency", card.PanCurrency);
            json.WriteString("panExpiry", card.PanExpiry);
            json.WriteString("cardholderName", card.CardholderName);
            json.WriteString("cardholderEmail", card.CardholderEmail);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
