using System.Security.Cryptography;
using PaymentOperations.Merchants;
using TwoC2P.Envelopes;
using TwoC2P.Keys;
using TwoC2P.Merchants;
using TwoC2P.Messages;
using TwoC2P.PaymentAction;

namespace Operator.Doctor;

/// <summary>
/// The new generation: one harmless inquiry about a payment that does not exist, signed with the right key, with a wrong one, and garbage. 2C2P's server tells little of each; together they
/// tell the cause.
/// </summary>
internal sealed class TokenExamination(Probe probe, TimeProvider time)
{
    private const int Ok = 200;
    private const int BadRequest = 400;
    private const int Unauthorized = 401;
    private const int NotFound = 404;
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    public async Task<IReadOnlyList<Finding>> ExamineAsync(
        Merchant merchant,
        GatewayMerchant gateway,
        CancellationToken cancellationToken
    )
    {
        var keys = gateway.Keys.Jose!;
        var garbage = await probe.PostAsync(merchant.Endpoint, "garbage", cancellationToken);
        if (garbage.Status is null)
            return
            [
                new(
                    "address",
                    $"Nothing answers at {merchant.Endpoint.Host}:{merchant.Endpoint.Port} ({garbage.Failure}): check the setting Endpoint and the way out of this network."
                ),
            ];

        var right = await probe.PostAsync(merchant.Endpoint, Token(gateway, keys), cancellationToken);
        using var stranger = RSA.Create(2048);
        var wrong = await probe.PostAsync(
            merchant.Endpoint,
            Token(gateway, With(keys, new JoseKey("stranger", stranger))),
            cancellationToken
        );
        return
        [
            Clock(right),
            new("address", Address(merchant, garbage, right)),
            new("key", await KeyAsync(merchant, gateway, keys, right, wrong, garbage, cancellationToken)),
        ];
    }

    private Finding Clock(ProbeAnswer answer)
    {
        if (answer.Date is not { } theirs)
            return Finding.Good("clock (2C2P told no time)");
        var ahead = time.GetUtcNow() - theirs;
        return new(
            "clock",
            ahead.Duration() <= ClockTolerance
                ? null
                : $"This machine's clock is {ahead.Duration().TotalMinutes:0} minutes {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} 2C2P's: set it by a time server."
        );
    }

    private static string? Address(Merchant merchant, ProbeAnswer garbage, ProbeAnswer right)
    {
        if (garbage.Status is BadRequest)
            return null;
        if (garbage.Status is NotFound)
            return $"There is nothing at {merchant.Endpoint.AbsolutePath}: the address of the new generation ends with /PaymentAction/2.0/action.";
        if (garbage.Status is Ok)
            return "What answers takes garbage with HTTP 200, as 2C2P's older generation does: set Endpoint to the address that ends with /PaymentAction/2.0/action.";
        return garbage.Status == right.Status
            ? $"Something before 2C2P refuses everything with HTTP {garbage.Status}: have this machine's outgoing address allowed."
            : null;
    }

    private async Task<string?> KeyAsync(
        Merchant merchant,
        GatewayMerchant gateway,
        JoseKeys keys,
        ProbeAnswer right,
        ProbeAnswer wrong,
        ProbeAnswer garbage,
        CancellationToken cancellationToken
    )
    {
        if (garbage.Status is not BadRequest)
            return null;
        if (wrong.Status is Ok)
            return "What answers takes any signature: it is not 2C2P. Check the setting Endpoint.";
        return right.Status switch
        {
            Unauthorized => await NotTakenAsync(merchant, gateway, keys, cancellationToken),
            BadRequest =>
                $"2C2P cannot open what is sealed with {merchant.Id.Text}-gateway-jose-key: that is the key of another environment (production against sandbox, or the reverse) or an old one. Fetch the one that this environment's portal shows.",
            Ok => Answer(merchant, JoseDiagnosis.Of(right.Body, keys)),
            _ =>
                $"2C2P answered HTTP {right.Status} to a well-formed inquiry: try again later, and tell 2C2P the time if it stays.",
        };
    }

    private async Task<string> NotTakenAsync(
        Merchant merchant,
        GatewayMerchant gateway,
        JoseKeys keys,
        CancellationToken cancellationToken
    )
    {
        foreach (var previous in keys.Merchant.Skip(1))
        {
            var answer = await probe.PostAsync(merchant.Endpoint, Token(gateway, With(keys, previous)), cancellationToken);
            if (answer.Status is Ok)
                return "The uploaded key is not set as default: 2C2P still takes the one before. Set the new one as default in 2C2P's portal (Merchant Public Keys).";
        }

        return $"2C2P does not know the key in {merchant.Id.Text}-jose-key for this merchant: upload its public half in 2C2P's portal (Merchant Public Keys) and set it as default.";
    }

    private static string? Answer(Merchant merchant, TokenState state) =>
        state switch
        {
            TokenState.Open => null,
            TokenState.SignedByAnother =>
                $"2C2P signs with a key that is not in {merchant.Id.Text}-gateway-jose-key: it has a new one. Fetch it in the portal (2C2P Public Keys, JWE) and store it as a new version.",
            TokenState.SealedForAnother =>
                $"2C2P seals its answers for another public key of the merchant than that of {merchant.Id.Text}-jose-key: leave only this one in the portal, set as default.",
            _ => "What answers is no token: something between here and 2C2P changes answers, or it is not 2C2P.",
        };

    private static JoseKeys With(JoseKeys keys, JoseKey signer) =>
        new()
        {
            Merchant = [signer],
            Gateway = keys.Gateway,
            KeyId = keys.KeyId,
        };

    private string Token(GatewayMerchant merchant, JoseKeys keys)
    {
        var inquiry = new PaymentProcessRequest { ProcessType = ProcessType.Inquiry, InvoiceNo = "DOCTOR" };
        var message = PaymentProcessRequestMessage.From(merchant, inquiry, time.GetUtcNow());
        return JoseToken.Seal(MessageXmlWriter.Write(message, PaymentProcessLayouts.Request), keys);
    }
}
