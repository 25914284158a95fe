using System.Collections.Immutable;
using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace Exploration.Model;

/// <summary>One state: the ledger, the workers, and the truth at the gateway. A step changes a copy of it.</summary>
internal sealed class World
{
    private readonly Dictionary<string, string> _texts;

    private World(Scenario scenario, OperationState?[] operations, Dictionary<string, string> texts) =>
        (Scenario, Operations, _texts) = (scenario, operations, texts);

    public Scenario Scenario { get; }

    public OperationState?[] Operations { get; }

    public DateTimeOffset Now { get; set; }

    public InvoiceRow Invoice { get; set; } = new();

    public ImmutableDictionary<string, OperationId> References { get; set; } = ImmutableDictionary<string, OperationId>.Empty;

    /// <summary>The payment's status at the gateway.</summary>
    public TransactionStatus Payment { get; set; }

    /// <summary>Which operation settled the payment, and which voided it.</summary>
    public int? SettledBy { get; set; }
    public int? VoidedBy { get; set; }

    public ImmutableArray<GatewayRefund> Refunds { get; set; } = [];

    public ImmutableArray<LateRequest> Late { get; set; } = [];

    /// <summary>What may happen once only.</summary>
    public bool WasRestored { get; set; }
    public bool WasUpgraded { get; set; }

    /// <summary>What went wrong in the step that led here.</summary>
    public string? Violation { get; set; }

    public static World Of(Scenario scenario)
    {
        var world = new World(scenario, [null, null], [])
        {
            Now = Scenario.Start,
            Payment = scenario.FirstStatus,
            Invoice = new InvoiceRow { Captured = Scenario.Captured, GatewayStatus = scenario.FirstStatus },
        };
        if (scenario.Ghost is { } status)
            world.Refunds =
            [
                new GatewayRefund(null, 0, "G1", status, scenario.First.Amount!.Value, Marks.KeyOnly) { IsGhost = true },
            ];
        world.Accept(0);
        return world;
    }

    public World Copy() =>
        new(Scenario, [Operations[0], Operations[1]], _texts)
        {
            Now = Now,
            Invoice = Invoice,
            References = References,
            Payment = Payment,
            SettledBy = SettledBy,
            VoidedBy = VoidedBy,
            Refunds = Refunds,
            Late = Late,
            WasRestored = WasRestored,
            WasUpgraded = WasUpgraded,
        };

    public OperationState this[int operation]
    {
        get => Operations[operation]!;
        set => Operations[operation] = value;
    }

    /// <summary>The invoice as a worker reads it.</summary>
    public InvoiceSnapshot Snapshot()
    {
        List<OperationRow> rows = [];
        List<LinePlace> line = [];
        foreach (var operation in Operations)
        {
            if (operation is not { Row: var row })
                continue;
            rows.Add(row);
            if (row.InLine)
                line.Add(new LinePlace(row.Seq, row.Id, row.Kind));
        }

        return new InvoiceSnapshot(Invoice, rows, References, line);
    }

    public CaseFile File(int operation, OperationRow row, DateTimeOffset now) =>
        new(row, Snapshot(), this[operation].Messages, Scenario.Merchant, Scenario.Times, now);

    /// <summary>The same text is kept once for all states.</summary>
    public string? Once(string? text)
    {
        if (text is null)
            return null;
        if (!_texts.TryGetValue(text, out var known))
            _texts[known = text] = text;
        return known;
    }

    public void Fail(string violation) => Violation ??= violation;

    /// <summary>A1 to A4.</summary>
    public void Accept(int operation)
    {
        var plan = Scenario.PlanOf(operation);
        // What the gateway said wrongly of a payment or with another's mark, it said of whatever comes after.
        var told =
            operation == 0 ? Broken.Nothing
            : plan.Kind == OperationKind.Refund ? this[0].Broken & (Broken.WrongMark | Broken.Portal)
            : this[0].Broken & Broken.Lie;
        this[operation] = new OperationState(
            new OperationRow
            {
                Id = Scenario.IdOf(operation),
                Kind = plan.Kind,
                MerchantId = Scenario.Merchant.Id,
                InvoiceNo = InvoiceNo.Parse(Scenario.Invoice),
                Amount = plan.Amount,
                KeyHash = Scenario.KeyHashOf(operation),
                ApiKeyId = "shop",
                Status = OperationStatus.Accepted,
                StatusSince = Now,
                Seq = Invoice.NextSeq,
                NextActionAt = Now,
                NextEvent = 1,
                CreatedAt = Now,
                UpdatedAt = Now,
            }
        )
        {
            Broken = told,
        };
        Invoice = Invoice with
        {
            NextSeq = Invoice.NextSeq + 1,
            Reserved = plan.Kind == OperationKind.Refund ? Invoice.Reserved + plan.Amount!.Value : Invoice.Reserved,
        };
    }

    /// <summary>How often the operation was done.</summary>
    public int TimesDone(int operation) =>
        Scenario.PlanOf(operation).Kind switch
        {
            OperationKind.Refund => Refunds.Count(refund => IsOf(refund, operation) && refund.IsDone),
            OperationKind.Settlement => SettledBy == operation ? 1 : 0,
            _ => VoidedBy == operation && Payment == TransactionStatus.Voided ? 1 : 0,
        };

    /// <summary>Whether the refund is the operation's. What a lost operation made with the same key is the first one's.</summary>
    public static bool IsOf(GatewayRefund refund, int operation) =>
        refund.Operation == operation || (refund.IsGhost && operation == 0);

    /// <summary>Whether the gateway took the operation and has not decided.</summary>
    public bool IsTaken(int operation) =>
        Scenario.PlanOf(operation).Kind == OperationKind.Refund
            ? Refunds.Any(refund => IsOf(refund, operation) && refund.Status == "RP")
            : VoidedBy == operation && Payment == TransactionStatus.VoidPending;

    public override string ToString() =>
        string.Join(
            "; ",
            Operations
                .OfType<OperationState>()
                .Select(static state => $"{state.Row.Status}{(state.Row.NeedsReview ? "!" : "")} #{state.Row.AttemptCount}")
        ) + $" +{(Now - Scenario.Start).TotalMinutes:0.#} min";

    public Money Left =>
        Scenario.Captured
        - new Money(Refunds.Where(static refund => refund.IsLive).Sum(static refund => refund.Amount.MinorUnits));
}
