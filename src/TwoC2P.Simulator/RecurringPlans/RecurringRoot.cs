using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Calls;
using TwoC2P.Simulator.Merchants;
using TwoC2P.Simulator.Messages;
using TwoC2P.Simulator.Records;
using TwoC2P.Simulator.RootElements;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.RecurringPlans;

/// <summary>RecurringMaintenanceRequest: shows, changes and cancels recurring payment plans.</summary>
internal sealed class RecurringRoot(MerchantDirectory merchants, MerchantRecords<Plan> plans, GatewayClock clock) : IRootElement
{
    public string Name => "RecurringMaintenanceRequest";

    public CallSubject SubjectOf(XmlMessage message) =>
        new("RecurringMaintenance", message["merchantID"], message["processType"], Id: message["recurringUniqueID"]);

    public IGatewayAnswer Answer(XmlMessage message, CallContext context)
    {
        var request = new RecurringRequest(message);
        var merchant = merchants.Find(request.MerchantId);
        if (RecurringChecks.BeforeTheMerchantIsKnown(request, merchant) is { } unsigned)
            return Refusal(request, unsigned, secretKey: null);
        if (RecurringChecks.OnceTheMerchantIsKnown(request, merchant!, clock.LocalNow) is { } signed)
            return Refusal(request, signed, merchant!.SecretKey);

        return plans.Change(request.MerchantId, request.RecurringUniqueId, plan => Perform(request, plan)) with
        {
            SecretKey = merchant!.SecretKey,
        };
    }

    public IGatewayAnswer Refuse(XmlMessage message, string respCode, string? status, bool signed)
    {
        var request = new RecurringRequest(message);
        return Refusal(request, respCode, signed ? merchants.Find(request.MerchantId)?.SecretKey : null);
    }

    private (Plan? Kept, FieldAnswer Answer) Perform(RecurringRequest request, Plan? plan)
    {
        if (plan is null)
            return (null, Refusal(request, "16", secretKey: null));
        if (request.ProcessType == "I")
            return (plan, Full(request, plan, "Inquiry Successful"));
        if (plan.Cancelled)
            return (plan, Refusal(request, "12", secretKey: null));
        if (request.ProcessType == "C")
        {
            var done = Head(request, "00", "Cancel Successful") with { WorkDone = true };
            return (plan with { Cancelled = true, RecurringStatus = "N" }, done);
        }

        var updated = Updated(request, plan);
        return (updated, Full(request, updated, "Update Successful"));
    }

    private Plan Updated(RecurringRequest request, Plan plan) =>
        plan with
        {
            RecurringStatus = request.RecurringStatus,
            Amount = request.Amount,
            AllowAccumulate = request.AllowAccumulate,
            MaxAccumulateAmount = request.MaxAccumulateAmount,
            RecurringInterval = request.RecurringInterval,
            RecurringCount = request.RecurringCount,
            ChargeNextDate = request switch
            {
                { ChargeNextDate.Length: > 0 } => request.ChargeNextDate,
                { ChargeOnDate.Length: > 0 } => ChargeDates.OnDay(clock.LocalNow.Date, request.ChargeOnDate),
                _ => ChargeDates.AfterInterval(clock.LocalNow.Date, request.RecurringInterval),
            },
            ChargeOnDate = request.ChargeOnDate,
        };

    private FieldAnswer Refusal(RecurringRequest request, string respCode, string? secretKey) =>
        Head(request, respCode, ResultCodes.Describe(respCode)) with
        {
            SecretKey = secretKey,
        };

    /// <summary>All that a refusal and the answer to a cancellation carry.</summary>
    private FieldAnswer Head(RecurringRequest request, string respCode, string respReason)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["version"] = request.Version,
            ["timeStamp"] = clock.TimeStampDdMmYyHhMmSs(),
            ["respCode"] = respCode,
            ["respReason"] = respReason,
            ["recurringUniqueID"] = request.RecurringUniqueId,
        };
        // The new generation names the merchant, whom no hash tells there.
        if (request.IsSigned)
            values["merchantID"] = request.MerchantId;
        return new FieldAnswer(RecurringResponse.TableFor(request.Hash), request.Hash, values);
    }

    private FieldAnswer Full(RecurringRequest request, Plan plan, string respReason)
    {
        var head = Head(request, "00", respReason);
        return head with
        {
            WorkDone = true,
            Values = new Dictionary<string, string>(head.Values, StringComparer.Ordinal)
            {
                ["recurringStatus"] = plan.RecurringStatus,
                ["invoicePrefix"] = plan.InvoicePrefix,
                ["currency"] = plan.Currency,
                ["amount"] = plan.Amount,
                ["maskedCardNo"] = plan.MaskedCardNo,
                ["allowAccumulate"] = plan.AllowAccumulate,
                ["maxAccumulateAmount"] = plan.MaxAccumulateAmount,
                ["recurringInterval"] = plan.RecurringInterval,
                ["recurringCount"] = plan.RecurringCount,
                ["currentCount"] = plan.CurrentCount,
                ["chargeNextDate"] = plan.ChargeNextDate,
                ["chargeOnDate"] = plan.ChargeOnDate,
            },
        };
    }
}
