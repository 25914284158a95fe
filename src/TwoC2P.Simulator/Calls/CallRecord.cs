using System.Text.Json.Serialization;
using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Envelopes;

namespace TwoC2P.Simulator.Calls;

/// <summary>One received call without anything secret in it.</summary>
internal sealed class CallRecord(DateTimeOffset at, EnvelopeKind envelope, CallSubject subject)
{
    private volatile IGatewayAnswer? _result;

    public DateTimeOffset At { get; } = at;

    [JsonConverter(typeof(JsonStringEnumConverter<EnvelopeKind>))]
    public EnvelopeKind Envelope { get; } = envelope;

    public string Api => subject.Api;

    public string MerchantId => subject.MerchantId;

    public string ProcessType => subject.ProcessType;

    public string Id => subject.Id;

    public string InvoiceNo => subject.InvoiceNo;

    public string ActionAmount => subject.ActionAmount;

    /// <summary>The mark by which the gateway knows a request again; only the new generation has one.</summary>
    public string IdempotencyId => subject.IdempotencyId;

    /// <summary>The faults that met it, joined with commas; null when it was served normally.</summary>
    public string? Fault { get; set; }

    /// <summary>The code of the result, also when it never reached the caller; null when there was none.</summary>
    public string? RespCode => _result?.RespCode;

    public bool WorkDone => _result?.WorkDone ?? false;

    public void Complete(IGatewayAnswer result) => _result = result;
}
