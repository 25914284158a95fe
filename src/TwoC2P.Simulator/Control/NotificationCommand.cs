using TwoC2P.Simulator.PaymentAnswers;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.Control;

/// <summary>The body that orders callbacks about one refund: what they say beside or against the truth, how often, when, to whom.</summary>
internal sealed record NotificationCommand
{
    public string? MerchantId { get; init; }
    public string? InvoiceNo { get; init; }

    /// <summary>Which refund it is about; null: the newest.</summary>
    public string? ReferenceNo { get; init; }

    public string? Mode { get; init; }

    /// <summary>The status that is claimed, with the code that belongs to it.</summary>
    public string? Status { get; init; }

    public string? Url { get; init; }

    /// <summary>Texts of fields by their published names, whatever is true.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    /// <summary>Fields that are missing from the document.</summary>
    public IReadOnlyList<string>? Without { get; init; }

    public Marks? Marks { get; init; }

    /// <summary>What the hash is made over and with.</summary>
    public string? Hash { get; init; }

    /// <summary>The invoice's refunds are listed, as in an answer to RS.</summary>
    public bool WithList { get; init; }

    public int Times { get; init; } = 1;

    /// <summary>How much later it is sent; the command does not wait for it.</summary>
    public double Seconds { get; init; }

    public InvoiceKey Key => new(MerchantId ?? "", InvoiceNo ?? "");

    /// <summary>What is said to have become of the refund. A forger claims what is worth claiming.</summary>
    public string? Claim =>
        Status
        ?? Mode switch
        {
            NotificationModes.Forged => "RF",
            NotificationModes.ForgedTwin => "RFF",
            _ => null,
        };
}
