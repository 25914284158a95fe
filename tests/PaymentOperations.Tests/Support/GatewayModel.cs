using System.Globalization;
using TwoC2P.Merchants;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Support;

/// <summary>
/// A gateway in memory behind the client's interface: keeps payments and refunds as 2C2P does, records every request, and lets a test replace any answer. It exists to inject what a real gateway does only
/// on its worst days.
/// </summary>
internal sealed class GatewayModel : IPaymentActionClient
{
    public delegate Task<PaymentActionOutcome> Reaction(PaymentProcessRequest request, Func<PaymentActionOutcome> work);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, GatewayPayment> _payments = new(StringComparer.Ordinal);
    private readonly Dictionary<ProcessType, Queue<Reaction>> _next = [];
    private readonly Dictionary<ProcessType, Reaction> _always = [];
    private readonly List<PaymentProcessRequest> _requests = [];
    private int _references = 9000;

    /// <summary>Whether lists of refunds return the merchant's texts.</summary>
    public bool Echoes { get; set; } = true;

    /// <summary>What it answers for the keys of the request, whatever is asked; null: what is asked decides.</summary>
    public Func<GatewayMerchant, PaymentActionOutcome?> OfKeys { get; set; } = static _ => null;

    public IReadOnlyList<PaymentProcessRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    /// <summary>Requests that move money.</summary>
    public IReadOnlyList<PaymentProcessRequest> Sent =>
        [.. Requests.Where(request => request.ProcessType is ProcessType.Refund or ProcessType.Settlement or ProcessType.Void)];

    public GatewayPayment Add(GatewayPayment payment) => _payments[payment.InvoiceNo] = payment;

    public GatewayPayment PaymentOf(string invoiceNo) => _payments[invoiceNo];

    /// <summary>Reacts so to the next request of this type; several are taken in order.</summary>
    public void Next(ProcessType type, Func<PaymentProcessRequest, PaymentActionOutcome> reaction) =>
        Next(type, (request, _) => Task.FromResult(reaction(request)));

    public void Next(ProcessType type, Reaction reaction)
    {
        if (!_next.TryGetValue(type, out var queue))
            _next[type] = queue = new Queue<Reaction>();
        queue.Enqueue(reaction);
    }

    /// <summary>Does the work and loses the answer.</summary>
    public void LoseAnswerOfNext(ProcessType type) =>
        Next(
            type,
            (_, work) =>
            {
                work();
                return Task.FromResult(Answers.Lost);
            }
        );

    /// <summary>Reacts so to every request of this type; null: as usual again.</summary>
    public void Always(ProcessType type, Func<PaymentProcessRequest, PaymentActionOutcome>? reaction)
    {
        if (reaction is null)
            _always.Remove(type);
        else
            _always[type] = (request, _) => Task.FromResult(reaction(request));
    }

    public Task<PaymentActionOutcome> SendAsync(
        GatewayMerchant merchant,
        PaymentProcessRequest request,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        Reaction? reaction = null;
        lock (_gate)
        {
            _requests.Add(request);
            if (_next.TryGetValue(request.ProcessType, out var queue) && queue.Count > 0)
                reaction = queue.Dequeue();
            else
                _always.TryGetValue(request.ProcessType, out reaction);
        }

        if (OfKeys(merchant) is { } refused)
            return Task.FromResult(refused);
        return reaction is null ? Task.FromResult(Work(request)) : reaction(request, () => Work(request));
    }

    /// <summary>What a healthy gateway does.</summary>
    public PaymentActionOutcome Work(PaymentProcessRequest request)
    {
        lock (_gate)
        {
            if (!_payments.TryGetValue(request.InvoiceNo, out var payment))
                return Answers.Refused(request, "16");

            return request.ProcessType switch
            {
                ProcessType.Inquiry => Answers.Payment(payment),
                ProcessType.RefundStatus => Answers.List(payment, Echoes),
                ProcessType.Refund => Refund(payment, request),
                ProcessType.Settlement => Settle(payment, request),
                _ => Void(payment, request),
            };
        }
    }

    private PaymentActionOutcome Refund(GatewayPayment payment, PaymentProcessRequest request)
    {
        if (payment.Status is not ("S" or "SS"))
            return Answers.Refused(request, "12");
        if (request.ActionAmount > payment.Left)
            return Answers.Refused(request, payment.Left.MinorUnits == 0 ? "49" : "40");

        var reference = (++_references).ToString(CultureInfo.InvariantCulture);
        var status = payment.IsCard ? "RF" : "RP";
        payment.Refunds.Add(
            new GatewayRefund(
                reference,
                request.ActionAmount!.Value,
                status,
                request.UserDefined.ElementAtOrDefault(0),
                request.UserDefined.ElementAtOrDefault(1)
            )
        );
        return Answers.Done(request, status, reference, payment.IsCard ? "00" : "42");
    }

    private static PaymentActionOutcome Settle(GatewayPayment payment, PaymentProcessRequest request)
    {
        if (payment.Status != "A")
            return Answers.Refused(request, payment.Status is "RS" or "S" ? "39" : "31");

        payment.Status = "RS";
        payment.Amount = request.ActionAmount!.Value;
        return Answers.Done(request, "RS");
    }

    private static PaymentActionOutcome Void(GatewayPayment payment, PaymentProcessRequest request)
    {
        if (payment.Status is not ("A" or "RS"))
            return Answers.Refused(request, payment.Status == "V" ? "29" : "21");

        payment.Status = "V";
        return Answers.Done(request, "V");
    }
}
