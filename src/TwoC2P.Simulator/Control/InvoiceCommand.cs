using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.Control;

/// <summary>The body of commands about one invoice; which of the optional members count is up to the command (mode and url: none).</summary>
internal sealed record InvoiceCommand(
    string MerchantId,
    string InvoiceNo,
    string? ReferenceNo = null,
    decimal? Amount = null,
    string? Status = null,
    bool Notify = true,
    int? Count = null,
    string? Mode = null,
    string? Url = null
)
{
    public InvoiceKey Key => new(MerchantId ?? "", InvoiceNo ?? "");
}
