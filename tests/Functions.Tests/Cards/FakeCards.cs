using System.Collections.Concurrent;
using System.Security.Cryptography;
using Functions.Tests.Support;
using TwoC2P.CardTokens;
using TwoC2P.Codes;
using TwoC2P.Merchants;
using TwoC2P.Outcomes;

namespace Functions.Tests.Cards;

/// <summary>2C2P's card tokenization, as a test says; by default every action succeeds.</summary>
internal sealed class FakeCards : ICardTokenClient
{
    public const string Pan = "4111111111111111";
    public const string Id = "260121085327001000";

    public static readonly CardTokenResponse Card = new()
    {
        MerchantId = "JT01",
        RespCode = ResultCode.Success,
        RespReason = "Success",
        StoreCardUniqueId = Id,
        PanMasked = "411111XXXXXX1111",
        PanBank = "DBS Bank",
        PanCountry = "SG",
        CardholderName = "Mei Tan",
        CardholderEmail = "mei.tan@shop.example",
    };

    private static readonly byte[] AnyKey = SHA256.HashData("any"u8);

    /// <summary>What was sent, in order.</summary>
    public ConcurrentQueue<CardTokenRequest> Sent { get; } = [];

    /// <summary>A hash of each card number that was sent: afterwards it is cleared.</summary>
    public ConcurrentQueue<string> SentNumbers { get; } = [];

    /// <summary>How each action ends, one entry per call; when there is none left it succeeds.</summary>
    public Dictionary<CardTokenAction, Queue<Func<GatewayOutcome<CardTokenResponse>>>> Script { get; } = [];

    /// <summary>What happens before an answer.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public IEnumerable<CardTokenAction> Actions => Sent.Select(request => request.Action);

    public static string HashOf(string pan)
    {
        using var number = new CardNumber(pan);
        return Convert.ToHexString(number.KeyedHash(AnyKey));
    }

    public static GatewayOutcome<CardTokenResponse> Ending(string ending) =>
        Endings.Of(ending, code => new CardTokenResponse { RespCode = new(code), RespReason = "2C2P's reason" });

    public void Next(CardTokenAction action, GatewayOutcome<CardTokenResponse> outcome) => Next(action, () => outcome);

    public void Next(CardTokenAction action, Func<GatewayOutcome<CardTokenResponse>> outcome)
    {
        if (!Script.TryGetValue(action, out var queue))
            Script[action] = queue = [];

        queue.Enqueue(outcome);
    }

    public async Task<GatewayOutcome<CardTokenResponse>> SendAsync(
        GatewayMerchant merchant,
        CardTokenRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        Sent.Enqueue(request);
        if (request.Pan is { } pan)
            SentNumbers.Enqueue(Convert.ToHexString(pan.KeyedHash(AnyKey)));

        await Meanwhile();
        return Script.TryGetValue(request.Action, out var queue) && queue.TryDequeue(out var outcome)
            ? outcome()
            : FakeApis.Answered(Card);
    }
}
