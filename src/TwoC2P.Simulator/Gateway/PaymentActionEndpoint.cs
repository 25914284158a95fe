using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Calls;
using TwoC2P.Simulator.Delivery;
using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.Faults;
using TwoC2P.Simulator.Merchants;
using TwoC2P.Simulator.Messages;
using TwoC2P.Simulator.RootElements;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Gateway;

/// <summary>Takes a call apart (form, envelope, XML, root element) and has its answer delivered, faults included.</summary>
internal sealed partial class PaymentActionEndpoint(
    IEnumerable<IRootElement> rootElements,
    MerchantDirectory merchants,
    FaultQueue faults,
    CallLog calls,
    FaultyDelivery delivery,
    GatewayClock clock,
    ILogger<PaymentActionEndpoint> logger
)
{
    private const string FormField = "paymentRequest";
    private const string JoseIsNotTaken = "Unable to decrypt: this address takes no JOSE token";

    public async Task HandleAsync(HttpContext http, IEnvelope envelope)
    {
        var text = await FormFieldAsync(http.Request);
        var opened = text.Length == 0 ? null : envelope.Open(text);
        var message = opened is null ? null : XmlMessage.TryRead(opened);
        // An empty form is a bad request; what fills it and cannot be opened has a code of its own.
        var unreadable =
            text.Length > 0 && opened is null
                ? ProtocolError.Answer("96", clock, EnvelopeText.IsJoseToken(text) ? JoseIsNotTaken : null)
                : ProtocolError.Answer("02", clock);
        await ServeAsync(http, envelope, message, unreadable);
    }

    /// <summary>Has a message answered that came in this envelope; <paramref name="unreadable" /> is for one that is none of ours.</summary>
    public async Task ServeAsync(HttpContext http, IEnvelope envelope, XmlMessage? message, IGatewayAnswer unreadable)
    {
        var root = rootElements.FirstOrDefault(known =>
            string.Equals(known.Name, message?.Root, StringComparison.OrdinalIgnoreCase)
        );

        var subject = message is null ? null : root?.SubjectOf(message) ?? new CallSubject(MerchantId: message["merchantID"]);
        var call = new CallRecord(clock.Now, envelope.Kind, subject ?? new CallSubject());
        var plan = faults.Take(call, carriesUserDefined: Enumerable.Range(1, 5).Any(n => message?[$"userDefined{n}"].Length > 0));
        call.Fault = plan.Names;
        calls.Add(call);

        var merchant = merchants.Find(call.MerchantId);
        await delivery.DeliverAsync(http, new Work(envelope, merchant, call, plan, Answer, Refuse));
        LogAnswered(
            logger,
            envelope.Kind,
            root?.Name ?? "-",
            Printable(call.ProcessType),
            call.RespCode ?? "-",
            call.Fault ?? "-"
        );

        IGatewayAnswer Answer()
        {
            if (message is null || root is null)
                return Signed(unreadable);
            // Nothing is done that could not be answered.
            if (merchant is not null && !envelope.CanCloseFor(merchant))
                return root.Refuse(message, "96", status: null, signed: false);
            return Signed(root.Answer(message, new CallContext(envelope.Kind, plan)));
        }

        // Where a signature has told who asks, every answer is signed.
        IGatewayAnswer Signed(IGatewayAnswer answer) =>
            message is { IsSigned: true } && merchant is not null ? new SignedAnswer(answer, merchant.SecretKey) : answer;

        IGatewayAnswer Refuse(string? respCode, string? status, bool signed) =>
            message is null || root is null
                ? ProtocolError.Answer(respCode ?? "99", clock)
                : root.Refuse(message, respCode ?? "99", status, signed);
    }

    private static async Task<string> FormFieldAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return "";
        using var reader = new StreamReader(request.Body, detectEncodingFromByteOrderMarks: false);
        return RawForm.Value(await reader.ReadToEndAsync(request.HttpContext.RequestAborted), FormField);
    }

    // Until its hash is checked, anybody may have written it: only a code goes into the log.
    private static string Printable(string processType) =>
        processType.Length is 1 or 2 && processType.All(char.IsAsciiLetter) ? processType : "?";

    [LoggerMessage(2001, LogLevel.Information, "{Envelope} {Root} {ProcessType} answered {RespCode}, fault {Fault}")]
    private static partial void LogAnswered(
        ILogger logger,
        EnvelopeKind envelope,
        string root,
        string processType,
        string respCode,
        string fault
    );
}
