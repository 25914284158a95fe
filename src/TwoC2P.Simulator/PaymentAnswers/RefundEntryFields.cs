namespace TwoC2P.Simulator.PaymentAnswers;

/// <summary>Sets attributes of one entry of a refund list, by their published names.</summary>
internal static class RefundEntryFields
{
    public static readonly string[] Names = ["referenceNo", "status", "amount", "dateTime"];

    public static RefundEntry Set(RefundEntry entry, string name, string text) =>
        name switch
        {
            "referenceNo" => entry with { ReferenceNo = text },
            "status" => entry with { Status = text },
            "amount" => entry with { Amount = text },
            "dateTime" => entry with { DateTime = text },
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "An entry has no such attribute."),
        };
}
