using System.Text.Json.Serialization;
using TwoC2P.Simulator.Calls;

namespace TwoC2P.Simulator.Delivery;

/// <summary>A request whose caller got no answer and whose work is still to come. <c>At</c> is null when a command or a request starts it.</summary>
internal sealed record HeldWork(string? Name, string? When, DateTimeOffset? At, [property: JsonIgnore] Work Work)
{
    public DateTimeOffset ReceivedAt => Work.Call.At;
    public string MerchantId => Work.Call.MerchantId;
    public string InvoiceNo => Work.Call.InvoiceNo;
    public string ProcessType => Work.Call.ProcessType;
    public string ActionAmount => Work.Call.ActionAmount;

    /// <summary>Whether a call is about the same invoice, card, plan or link.</summary>
    public bool IsAbout(CallRecord call) => call.Api == Work.Call.Api && call.MerchantId == MerchantId && call.Id == Work.Call.Id;
}
