using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace Exploration.Model;

/// <summary>What does not change on a path: the payment, what callers want of it, and how the merchant is set up.</summary>
internal sealed record Scenario(string Name, Plan First, Plan? Second = null)
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    public static readonly Money Captured = Money.FromAmount(100);
    public const string TransactionReference = "T1";
    public const string Invoice = "INV-1";

    private static readonly OperationId[] Ids =
    [
        OperationId.Parse("0198c000-0000-7000-8000-000000000001"),
        OperationId.Parse("0198c000-0000-7000-8000-000000000002"),
    ];

    /// <summary>Which part of the states it gets.</summary>
    public int Share { get; init; } = 1;

    /// <summary>Whether it was paid by card.</summary>
    public bool IsCard { get; init; }

    /// <summary>The merchant's word on how late 2C2P still does something.</summary>
    public TimeSpan? DoneWithin { get; init; }

    /// <summary>The merchant's word that nobody refunds in the portal.</summary>
    public bool IsPortalClosed { get; init; }

    /// <summary>What the gateway returns of our marks, as a rule.</summary>
    public Marks Marks { get; init; } = Marks.Full;

    /// <summary>Whether the gateway offers a list of refunds, as a rule.</summary>
    public bool HasList { get; init; } = true;

    /// <summary>Whether the gateway takes requests and decides later, as a rule.</summary>
    public bool TakesAsARule { get; init; }

    /// <summary>Whether the workers' clocks are apart.</summary>
    public bool AreClocksApart { get; init; }

    /// <summary>Whether people settle what needs review, and cancel what waits.</summary>
    public bool HasPersons { get; init; }

    /// <summary>What of a broken world excuses a wrong end. A test that excuses nothing sees that what is wrong is found.</summary>
    public Broken Excuses { get; init; } = (Broken)~0;

    /// <summary>Whether both operations were made with one idempotency key, because the table of keys is an older copy.</summary>
    public bool IsTwin { get; init; }

    /// <summary>A refund that an operation, which this copy of the ledger lost, made with the first one's key.</summary>
    public string? Ghost { get; init; }

    public OperationTimes Times { get; } = new();

    public Merchant Merchant =>
        field ??= new Merchant
        {
            Id = new MerchantId("JT01"),
            Environment = GatewayEnvironment.Sandbox,
            Endpoint = new Uri("https://gateway.invalid/"),
            TimeZone = TimeZoneInfo.Utc,
            DoneWithin = DoneWithin,
            NobodyRefundsInPortal = IsPortalClosed,
        };

    public Plan PlanOf(int operation) => operation == 0 ? First : Second!;

    public static OperationId IdOf(int operation) => Ids[operation];

    public static int IndexOf(OperationId id) => id == Ids[0] ? 0 : 1;

    public string KeyHashOf(int operation) =>
        operation == 0 || IsTwin ? "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" : "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    /// <summary>The payment's status before anything of ours.</summary>
    public TransactionStatus FirstStatus =>
        First.Kind == OperationKind.Refund ? TransactionStatus.Settled : TransactionStatus.Approved;
}
