using TwoC2P.Simulator.Calls;

namespace TwoC2P.Simulator.Faults;

/// <summary>The ordered faults. Each matching call takes at most one interruption and every modifier that concerns it.</summary>
internal sealed class FaultQueue(TimeProvider time)
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

    /// <summary>Removes the faults of this name that were ordered for exactly this match; null stands for any.</summary>
    public int Clear(FaultMatch match, string? name)
    {
        lock (_gate)
        {
            return _faults.RemoveAll(fault =>
                (name is null || fault.Name == name)
                && (match.MerchantId is null || fault.Match?.MerchantId == match.MerchantId)
                && (match.InvoiceNo is null || fault.Match?.InvoiceNo == match.InvoiceNo)
                && (match.ProcessType is null || Same(fault.Match?.ProcessType, match.ProcessType))
                && (match.Api is null || Same(fault.Match?.Api, match.Api))
                && (match.Id is null || fault.Match?.Id == match.Id)
            );
        }
    }

    public FaultPlan Take(CallRecord call, bool carriesUserDefined)
    {
        lock (_gate)
        {
            var fitting = Meeting(fault =>
                Concerns(fault, call, carriesUserDefined) && (fault.Match ?? new FaultMatch()).Fits(call)
            );
            var interruption = fitting.Find(fault => KindOf(fault).Stage == FaultStage.Interruption);
            var modifiers = fitting.FindAll(fault => KindOf(fault).Stage == FaultStage.Modifier);
            modifiers = [.. modifiers.Where((fault, index) => KindOf(fault).AddsUp || IsFirst(fault, index))];
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
            var loss = Meeting(fault =>
                    fault.Kind == FaultKinds.NotifyLost && (fault.Match ?? new FaultMatch()).FitsInvoice(merchantId, invoiceNo)
                )
                .FirstOrDefault();
            if (loss is not null)
                CountDown(loss);
            return loss is not null;
        }
    }

    /// <summary>The faults that fit and are neither over, nor still letting calls pass, nor drawn not to meet this one.</summary>
    private List<Fault> Meeting(Predicate<Fault> fits)
    {
        var now = time.GetUtcNow();
        _faults.RemoveAll(fault => fault.Until <= now);
        var meeting = new List<Fault>();
        foreach (var fault in _faults.FindAll(fits))
        {
            if (fault.Skip > 0)
                Replace(fault, fault with { Skip = fault.Skip - 1 });
            else if (fault.Chance is not { } chance)
                meeting.Add(fault);
            else
            {
                var drawn = fault with { Draws = fault.Draws + 1 };
                Replace(fault, drawn);
                if (SeededDraw.Next(fault.Seed, fault.Draws) < chance)
                    meeting.Add(drawn);
            }
        }

        return meeting;
    }

    private static bool Concerns(Fault fault, CallRecord call, bool carriesUserDefined)
    {
        var kind = KindOf(fault);
        return kind.Stage != FaultStage.Notification
            && (kind.ProcessType is null || kind.ProcessType == call.ProcessType)
            && (kind.Api is null || kind.Api == call.Api)
            && (kind.Name != FaultKinds.UserDefinedRefused || carriesUserDefined);
    }

    private static FaultKind KindOf(Fault fault) => FaultKinds.All[fault.Kind!];

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private void CountDown(Fault fault)
    {
        if (fault.Times > 1)
            Replace(fault, fault with { Times = fault.Times - 1 });
        else if (fault.Times == 1)
            _faults.RemoveAt(IndexOf(fault));
    }

    private void Replace(Fault fault, Fault changed) => _faults[IndexOf(fault)] = changed;

    private int IndexOf(Fault fault) => _faults.FindIndex(known => ReferenceEquals(known, fault));
}
