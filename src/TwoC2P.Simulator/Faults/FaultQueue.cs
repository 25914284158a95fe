using TwoC2P.Simulator.Calls;

namespace TwoC2P.Simulator.Faults;

/// <summary>The ordered faults. Each matching call takes at most one interruption and every modifier that concerns it.</summary>
internal sealed class FaultQueue
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> All
    {
        get
        {
            lock (_gate)
                return [.. _faults];
        }
    }

    public void Add(Fault fault)
    {
        lock (_gate)
            _faults.Add(fault);
    }

    /// <summary>Removes the faults that were ordered for exactly this merchant, invoice, API and id; null stands for any.</summary>
    public int Clear(string? merchantId, string? invoiceNo, string? api, string? id)
    {
        lock (_gate)
        {
            return _faults.RemoveAll(fault =>
                (merchantId is null || fault.Match?.MerchantId == merchantId)
                && (invoiceNo is null || fault.Match?.InvoiceNo == invoiceNo)
                && (api is null || string.Equals(fault.Match?.Api, api, StringComparison.OrdinalIgnoreCase))
                && (id is null || fault.Match?.Id == id)
            );
        }
    }

    public FaultPlan Take(CallRecord call, bool carriesUserDefined)
    {
        lock (_gate)
        {
            var fitting = _faults
                .Where(fault => Concerns(fault, call, carriesUserDefined))
                .Where(fault => (fault.Match ?? new FaultMatch()).Fits(call))
                .ToList();
            var interruption = fitting.Find(fault => FaultKinds.All[fault.Kind].Stage == FaultStage.Interruption);
            var modifiers = fitting.Where(fault => FaultKinds.All[fault.Kind].Stage == FaultStage.Modifier).ToList();
            modifiers = [.. modifiers.Where((fault, index) => FaultKinds.All[fault.Kind].AddsUp || IsFirst(fault, index))];
            foreach (var fault in modifiers.Prepend(interruption).OfType<Fault>())
                CountDown(fault);
            return new FaultPlan(interruption, modifiers);

            bool IsFirst(Fault fault, int index) => modifiers.FindIndex(other => other.Kind == fault.Kind) == index;
        }
    }

    /// <returns>Whether a notification for this invoice is to be lost.</returns>
    public bool TakeNotificationLoss(string merchantId, string invoiceNo)
    {
        lock (_gate)
        {
            var loss = _faults.Find(fault =>
                fault.Kind == FaultKinds.NotifyLost && (fault.Match ?? new FaultMatch()).FitsInvoice(merchantId, invoiceNo)
            );
            if (loss is not null)
                CountDown(loss);
            return loss is not null;
        }
    }

    private static bool Concerns(Fault fault, CallRecord call, bool carriesUserDefined)
    {
        var kind = FaultKinds.All[fault.Kind];
        return kind.Stage != FaultStage.Notification
            && (kind.ProcessType is null || kind.ProcessType == call.ProcessType)
            && (kind.Name != FaultKinds.UserDefinedRefused || carriesUserDefined);
    }

    private void CountDown(Fault fault)
    {
        if (fault.Times < 0)
            return;
        var index = _faults.FindIndex(known => ReferenceEquals(known, fault));
        if (fault.Times > 1)
            _faults[index] = fault with { Times = fault.Times - 1 };
        else
            _faults.RemoveAt(index);
    }
}
