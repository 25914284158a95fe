using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Calls;
using TwoC2P.Simulator.Faults;
using TwoC2P.Simulator.Merchants;
using TwoC2P.Simulator.Messages;
using TwoC2P.Simulator.PaymentAnswers;
using TwoC2P.Simulator.RootElements;
using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.PaymentProcess;

/// <summary>PaymentProcessRequest: checks in the gateway's order, then the action itself under the invoice's lock.</summary>
internal sealed class PaymentProcessRoot(
    MerchantDirectory merchants,
    TransactionStore transactions,
    CommandedAnswers actions,
    IdempotentRequests idempotent,
    GatewayClock clock
) : IRootElement
{
    public string Name => "PaymentProcessRequest";

    public CallSubject SubjectOf(XmlMessage message) =>
        new(
            "PaymentProcess",
            message["merchantID"],
            message["processType"],
            message["invoiceNo"],
            message["actionAmount"],
            Id: message["invoiceNo"],
            IdempotencyId: message["idempotencyID"]
        );

    public IGatewayAnswer Answer(XmlMessage message, CallContext context)
    {
        var request = new PaymentProcessRequest(message);
        var merchant = merchants.Find(request.MerchantId);
        if (RequestChecks.BeforeTheMerchantIsKnown(request, merchant) is { } unsigned)
            return Refusal(request, unsigned, secretKey: null);

        if (context.Faults.Has(FaultKinds.UserDefinedRefused))
            return Refusal(request, "13", merchant!.SecretKey);
        if (RequestChecks.OnceTheMerchantIsKnown(request, merchant!) is { } signed)
            return Refusal(request, signed, merchant!.SecretKey);

        var answer = transactions.Use(
            new InvoiceKey(request.MerchantId, request.InvoiceNo),
            transaction =>
                transaction is null
                    ? Refusal(request, "16", null)
                    : idempotent.Once(
                        request,
                        transaction,
                        () => actions.Perform(request, transaction, context),
                        code => Refusal(request, code, null)
                    )
        );
        return answer with { SecretKey = merchant!.SecretKey };
    }

    public IGatewayAnswer Refuse(XmlMessage message, string respCode, string? status, bool signed)
    {
        var request = new PaymentProcessRequest(message);
        var key = signed ? merchants.Find(request.MerchantId)?.SecretKey : null;
        return Refusal(request, respCode, key) with { Status = status ?? "" };
    }

    private PaymentProcessResponse Refusal(PaymentProcessRequest request, string respCode, string? secretKey) =>
        new()
        {
            Version = request.Version,
            TimeStamp = clock.TimeStampDdMmYyHhMmSs(),
            RespCode = respCode,
            ProcessType = request.ProcessType,
            InvoiceNo = request.InvoiceNo,
            SecretKey = secretKey,
        };
}
