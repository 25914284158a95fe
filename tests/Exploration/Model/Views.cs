using Exploration.Search;
using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using TwoC2P;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace Exploration.Model;

/// <summary>What one look at the gateway shows: the truth, or what a gateway that lags, contradicts itself or is silent shows instead.</summary>
internal sealed class Views(World world, int operation, Chooser chooser)
{
    private static readonly AnswerEvidence Evidence = new(HashForm.Full, "1", "look");

    private static readonly Option[] ListWithEntries =
    [
        new("the list is complete", 0),
        new("the list misses one refund", 1),
        new("the list misses every refund", 1),
        new("the list shows one refund twice, done and failed", 1),
        new("the list shows one refund twice, with two amounts", 1),
        new("the list shows one refund with an unlisted status", 1),
        new("the list shows what is done as pending", 1),
        new("the list is not offered", 1),
        new("no answer", 1),
        new("2C2P does not know the payment", 1),
        new("the captured amount cannot be read", 1),
        new("the payment's own status lags", 1),
        new("the list shows one refund twice, failed with its reference and done without", 1),
        new("the list shows one refund twice, done with its reference and failed without", 1),
    ];

    private static readonly Option[] EmptyList =
    [
        .. ListWithEntries.Select(static (view, i) => i is (>= 1 and <= 6) or 12 or 13 ? view with { Cost = 99 } : view),
    ];

    private static readonly Option[] NoList =
    [
        .. ListWithEntries.Select(
            static (view, i) =>
                i switch
                {
                    0 => view with { Cost = 1 },
                    7 => view with { Cost = 0 },
                    8 => view,
                    _ => view with { Cost = 99 },
                }
        ),
    ];

    // What an operation that this copy of the ledger lost made can be known from the list only.
    private static readonly Option[] ListForGhosts =
    [
        .. ListWithEntries.Select(static (view, i) => i is 7 or 9 ? view with { Cost = 99 } : view),
    ];

    private static readonly Option[] Payments =
    [
        new("the payment is shown as it is", 0),
        new("the payment's status lags", 1),
        new("the payment's amount cannot be read", 1),
        new("the payment's amount is another", 1),
        new("2C2P does not know the payment", 1),
        new("no answer", 1),
    ];

    private static readonly Option[][] Which =
    [
        .. Enumerable
            .Range(1, 8)
            .Select(static count => Enumerable.Range(1, count).Select(static i => new Option($"(refund {i})", 0)).ToArray()),
    ];

    private bool _isComplete;

    public GatewayView Take()
    {
        var view = world.Scenario.PlanOf(operation).Kind == OperationKind.Refund ? OfRefunds() : OfPayment();
        world[operation] = world[operation] with { SawAll = _isComplete };
        return view;
    }

    private GatewayView OfRefunds()
    {
        var refunds = world.Refunds;
        var view = chooser.Pick(
            !world.Scenario.HasList ? NoList
            : refunds.IsEmpty ? EmptyList
            : world.Scenario.Ghost is null ? ListWithEntries
            : ListForGhosts
        );
        var which = view is 1 or 3 or 4 or 5 or 12 or 13 && refunds.Length > 0 ? chooser.Pick(Which[refunds.Length - 1]) : -1;
        if (view is < 7 or > 9)
            Lags.Note(world, refund => view == 2 || (view == 1 && refund == refunds[which]));
        _isComplete = view == 0;
        return view switch
        {
            7 => new GatewayView.NotOffered(new PaymentProcessResponse { RespCode = new("97"), ProcessType = "RS" }),
            8 => Silent,
            9 => new GatewayView.Missing(new PaymentProcessResponse { RespCode = new("16"), ProcessType = "RS" }, Evidence),
            _ => new GatewayView.Seen(
                Answer("RS", view == 11 ? TransactionStatus.Approved : world.Payment, view == 10 ? null : Scenario.Captured) with
                {
                    Refunds = [.. refunds.SelectMany((refund, i) => Entries(refund, view, i == which))],
                },
                Evidence
            ),
        };
    }

    public GatewayView OfPayment()
    {
        var view = chooser.Pick(Payments);
        if (view == 1)
            Lags.NoteOfPayment(world);
        else
            Lags.Note(world, static _ => false);
        _isComplete = view == 0;
        if (view == 3)
            world[operation] = world[operation].With(Broken.Lie);
        return view switch
        {
            4 => new GatewayView.Missing(new PaymentProcessResponse { RespCode = new("16"), ProcessType = "I" }, Evidence),
            5 => Silent,
            _ => new GatewayView.Seen(
                Answer("I", view == 1 ? world.Scenario.FirstStatus : world.Payment, AmountShown(view)),
                Evidence
            ),
        };
    }

    private Money? AmountShown(int view) =>
        view switch
        {
            2 => null,
            3 => Money.FromAmount(7),
            _ => world.SettledBy is { } settled ? world.Scenario.PlanOf(settled).Amount : Scenario.Captured,
        };

    private static GatewayView Silent => new GatewayView.Silent("2C2P gave no answer that counts (TimedOut)", Sending.Unanswered);

    private PaymentProcessResponse Answer(string processType, TransactionStatus status, Money? amount) =>
        new()
        {
            RespCode = new("00"),
            ProcessType = processType,
            InvoiceNo = Scenario.Invoice,
            Status = status,
            Amount = amount,
            AmountText = amount?.ToWire() ?? "12.345",
            ReferenceNo = Scenario.TransactionReference,
            MaskedPan = world.Scenario.IsCard ? "411111XXXXXX1111" : null,
            PaymentScheme = world.Scenario.IsCard ? "VI" : null,
        };

    private IEnumerable<RefundEntry> Entries(GatewayRefund refund, int view, bool isChosen)
    {
        if (!refund.IsGhost && (view == 2 || (view == 1 && isChosen)))
            yield break;

        var entry = new RefundEntry
        {
            ReferenceNo = refund.ShowsReference ? refund.Reference : null,
            Status = new(
                refund is { IsDone: true } && view == 6 ? "RP"
                : isChosen && view == 5 ? "XX"
                : refund.Status
            ),
            Amount = refund.ShowsAmount ? refund.Amount : null,
            AmountText = refund.ShowsAmount ? refund.Amount.ToWire() : "12.345",
            UserDefined = MarksOf(refund),
        };
        if (isChosen && IsListedTwice(refund, view))
        {
            var contradiction = new TransactionStatus(refund.IsDone ? "RR" : "RF");
            var namesTruth = (view == 13) == refund.IsDone;
            yield return entry with
            {
                ReferenceNo = refund.Reference,
                Status = namesTruth ? entry.Status : contradiction,
            };
            yield return entry with
            {
                ReferenceNo = null,
                Status = namesTruth ? contradiction : entry.Status,
            };
            yield break;
        }

        yield return entry;
        if (!isChosen)
            yield break;
        if (view == 3)
            yield return entry with
            {
                Status = new(refund.IsDone ? "RR" : "RF"),
            };
        if (view == 4)
            yield return entry with
            {
                Amount = Money.FromAmount(7),
                AmountText = "7.00",
            };
    }

    // A failed entry with neither reference nor mark says nothing about anybody.
    private static bool IsListedTwice(GatewayRefund refund, int view) =>
        refund.Status != "RP" && (view == 12 || (view == 13 && refund.Marks == Marks.Full));

    private IReadOnlyList<string?> MarksOf(GatewayRefund refund)
    {
        if (refund.IsGhost)
            return ["0198c000-0000-7000-8000-00000000000f", world.Scenario.KeyHashOf(0)];
        if (refund.Operation is not { } owner)
            return [];

        // One operation alone has nobody whose mark it could carry but an unknown one.
        var (id, key) = (Scenario.IdOf(owner).ToString(), world.Scenario.KeyHashOf(owner));
        return refund.Marks switch
        {
            Marks.Full => [id, key],
            Marks.Cut => [id[..20], key[..20]],
            Marks.OfTheOther => [Scenario.IdOf(1 - owner).ToString(), null],
            Marks.KeyOnly => [null, key],
            _ => [],
        };
    }
}
