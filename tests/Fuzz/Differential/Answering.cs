using Fuzz.Parties;
using TwoC2P;
using TwoC2P.Calls;
using TwoC2P.Messages;
using TwoC2P.Simulator.Answers;

namespace Fuzz.Differential;

/// <summary>The way back: the simulator signs, the client verifies.</summary>
internal static class Answering
{
    private const string StrangersKey = "not-the-key-of-any-merchant";

    /// <summary>Writes an answer with random values, with the merchant's key or another one, and has it read.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="layout">Its table.</param>
    /// <param name="random">Where the values come from.</param>
    /// <param name="close">Writes what goes over the wire with this key.</param>
    /// <param name="open">Whether the client believes it.</param>
    public static string Meet(
        IGatewayAnswer answer,
        MessageLayout layout,
        Random random,
        Func<string, string, string> close,
        Func<string, bool> open
    )
    {
        var fields = AnswerFields.Of(layout, random);
        var isStrange = random.Next(8) == 0;
        var key = isStrange ? StrangersKey : SampleKeys.Secret;
        string text;
        try
        {
            text = close(answer.With(fields).Render(key), key);
        }
        catch (ArgumentException) when (fields.Values.Any(value => !value.IsPlainText()))
        {
            // No XML can carry it, and the client would not send it either.
            return "BothRefuse";
        }

        if (open(text) == isStrange)
            throw new DisagreementException(
                "client",
                isStrange ? "believes what a stranger signed" : $"does not believe {string.Join(", ", fields)}"
            );

        return isStrange ? "StrangerRefused" : "Verified";
    }

    /// <summary>Whether the client opens an answer and finds it proved.</summary>
    public static bool IsBelieved(string text, IWire wire, MessageExchange exchange) =>
        wire.Open(text, exchange).FirstOrDefault() is { Evidence: not null };
}
