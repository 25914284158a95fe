using BenchmarkDotNet.Attributes;
using PaymentOperations.Judgement;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace Benchmarks;

/// <summary>Judging an unknown refund of an invoice with a thousand others and a list of a thousand entries, against a tenth of both: the work may grow with the invoice, not with its square.</summary>
public class JudgeBenchmark
{
    private const int Few = 100;
    private const int Many = 1000;
    private const double MostRatio = 1.5 * Many / Few;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly (CaseFile File, Look Look) OfFew = Case(Few);
    private static readonly (CaseFile File, Look Look) OfMany = Case(Many);

    /// <summary>Measures and tells; false when the work grows faster than the invoice.</summary>
    internal static bool Run(Report report)
    {
        var measured = Comparison.Of<JudgeBenchmark>();
        var ratio = measured.Ratio(nameof(Whole), to: nameof(Tenth));
        return report.Add(
            $"judge {Many} operations and {Many} entries, against {Few} and {Few}",
            $"{measured.TimeOf(nameof(Whole)).TotalMilliseconds:F2} ms, {measured.TimeOf(nameof(Tenth)).TotalMilliseconds:F2} ms: {ratio:F1} times",
            $"{MostRatio} times",
            ratio <= MostRatio
        );
    }

    /// <summary>The smaller case.</summary>
    [Benchmark(Baseline = true)]
    public string Tenth() => Decide(OfFew);

    /// <summary>The larger one.</summary>
    [Benchmark]
    public string Whole() => Decide(OfMany);

    // Nothing of ours is listed yet: every rule is weighed before that is said.
    private static string Decide((CaseFile File, Look Look) judged) =>
        Judge.Decide(judged.File, judged.Look) is Verdict.Stay { Note: "2C2P lists nothing of ours" and var note }
            ? note
            : throw new InvalidOperationException("The case was decided otherwise.");

    private static (CaseFile File, Look Look) Case(int count)
    {
        var siblings = Enumerable
            .Range(1, count - 1)
            .Select(i => Refund(i, OperationStatus.Succeeded) with { Reference = $"R{i}" });
        var own = Refund(0, OperationStatus.Unknown);
        List<OperationRow> operations = [own, .. siblings];
        var ledger = new InvoiceSnapshot(
            new InvoiceRow(),
            operations,
            operations.Skip(1).ToDictionary(row => row.Reference!, row => row.Id),
            [new LinePlace(own.Seq, own.Id, own.Kind)]
        );
        var merchant = new Merchant
        {
            Id = own.MerchantId,
            Environment = GatewayEnvironment.Sandbox,
            Endpoint = new Uri("https://gateway.invalid/"),
            TimeZone = TimeZoneInfo.Utc,
        };
        // Each sibling's refund with its mark, and one that was there before.
        var list = new PaymentProcessResponse
        {
            RespCode = new("00"),
            ProcessType = "RS",
            InvoiceNo = "INV-1",
            Status = TransactionStatus.Settled,
            Amount = Money.FromAmount(100_000),
            AmountText = "100000.00",
            ReferenceNo = "T1",
            Refunds = [Entry("BEFORE", null), .. operations.Skip(1).Select(row => Entry(row.Reference!, row))],
        };
        return (
            new CaseFile(own, ledger, [], merchant, new OperationTimes(), Now.AddMinutes(5)),
            new Look(new GatewayView.Seen(list, new AnswerEvidence(HashForm.Full, "1", "look")), Now.AddMinutes(5))
        );
    }

    private static RefundEntry Entry(string reference, OperationRow? owner) =>
        new()
        {
            ReferenceNo = reference,
            Status = TransactionStatus.RefundConfirmed,
            Amount = Money.FromAmount(10),
            AmountText = "10.00",
            UserDefined = owner is null ? [] : [owner.Id.ToString(), owner.KeyHash],
        };

    private static OperationRow Refund(int number, OperationStatus status) =>
        new()
        {
            Id = OperationId.Parse($"0198c000-0000-7000-8000-{number:x12}"),
            Kind = OperationKind.Refund,
            MerchantId = new MerchantId("JT01"),
            InvoiceNo = InvoiceNo.Parse("INV-1"),
            Amount = Money.FromAmount(10),
            KeyHash = $"{number:x32}",
            ApiKeyId = "shop",
            Status = status,
            StatusSince = Now,
            Seq = number,
            NextActionAt = Now,
            TransactionReference = "T1",
            Baseline = Baseline.Of(["BEFORE"]),
            Attempts =
            [
                new Attempt
                {
                    Number = 1,
                    StartedAt = Now,
                    ClaimUntil = Now.AddMinutes(1),
                    CarriedEcho = true,
                },
            ],
            CreatedAt = Now,
            UpdatedAt = Now,
        };
}
