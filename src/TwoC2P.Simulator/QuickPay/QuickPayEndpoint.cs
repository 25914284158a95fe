using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Calls;
using TwoC2P.Simulator.Delivery;
using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.Faults;
using TwoC2P.Simulator.Merchants;
using TwoC2P.Simulator.Messages;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.QuickPay;

/// <summary>Takes a QuickPay call apart (base64, JSON, verb) and has its answer delivered, faults included.</summary>
internal sealed partial class QuickPayEndpoint(
    QuickPayApi api,
    Base64Envelope envelope,
    MerchantDirectory merchants,
    FaultQueue faults,
    CallLog calls,
    FaultyDelivery delivery,
    GatewayClock clock,
    ILogger<QuickPayEndpoint> logger
)
{
    /// <param name="isDelivery">Which of the two addresses was called; each serves its own verbs.</param>
    public async Task HandleAsync(HttpContext http, bool isDelivery)
    {
        using var reader = new StreamReader(http.Request.Body);
        var opened = envelope.Open(await reader.ReadToEndAsync(http.RequestAborted));
        var message = opened is null ? null : QuickPayMessage.TryRead(opened);

        var call = new CallRecord(clock.Now, EnvelopeKind.Base64, SubjectOf(message));
        var plan = faults.Take(call, carriesUserDefined: false);
        call.Fault = plan.Names;
        calls.Add(call);

        await delivery.DeliverAsync(http, new Work(envelope, merchants.Find(call.MerchantId), call, plan, Answer, Refuse));
        LogAnswered(logger, message?.Verb.Name ?? "-", call.RespCode ?? "-", call.Fault ?? "-");

        IGatewayAnswer Answer()
        {
            if (message is null)
                return Unreadable(isDelivery, QuickPayCodes.InvalidMessage);
            return message.Verb.IsDelivery == isDelivery
                ? api.Answer(message, plan)
                : api.Refuse(message, QuickPayCodes.InvalidMessage, signed: false);
        }

        IGatewayAnswer Refuse(string? resCode, string? status, bool signed) =>
            message is null
                ? Unreadable(isDelivery, resCode ?? QuickPayCodes.SystemDown)
                : api.Refuse(message, resCode ?? QuickPayCodes.SystemDown, signed);
    }

    // Whoever is unknown is answered in the form of the address's commonest verb.
    private FieldAnswer Unreadable(bool isDelivery, string resCode)
    {
        var table = isDelivery ? QuickPayAnswers.Send : QuickPayAnswers.Query;
        var values = table.Fields.ToDictionary(name => name, _ => "", StringComparer.Ordinal);
        values["timeStamp"] = clock.DateTimeYyyyMmDdHhMmSs(clock.Now);
        values["resCode"] = resCode;
        values["resDesc"] = QuickPayCodes.Describe(resCode);
        return new FieldAnswer(table, HashKind.Sha1, values);
    }

    // Before there is an id, the prefix names the link.
    private static CallSubject SubjectOf(QuickPayMessage? message) =>
        new(
            "QuickPay",
            message?["merchantID"] ?? "",
            message?.Verb.Name ?? "",
            Id: message is null ? ""
                : message.Verb.MakesLink ? message["orderIdPrefix"]
                : message["qpID"]
        );

    [LoggerMessage(2002, LogLevel.Information, "QuickPay {Verb} answered {ResCode}, fault {Fault}")]
    private static partial void LogAnswered(ILogger logger, string verb, string resCode, string fault);
}
