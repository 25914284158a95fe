using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.QuickPay;

/// <summary>One of QuickPay's six verbs: the key of its request, its hash order, its mandatory fields and its answer.</summary>
internal sealed record QuickPayVerb(string Name, string RequestKey, bool IsDelivery, AnswerTable Answer)
{
    /// <summary>Every request's hash starts with version, timeStamp and merchantID.</summary>
    public required IReadOnlyList<string> HashedAfterMerchant { get; init; }

    public required IReadOnlyList<string> Mandatory { get; init; }

    public bool MakesLink => Name is "Generate" or "GenerateSend";

    public bool Sends => IsDelivery;
}
