using Microsoft.Extensions.Time.Testing;
using PaymentOperations.Judgement;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Tests.Support;

/// <summary>Operations and what surrounds them, for tests of the rules alone.</summary>
internal static class Rows
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    public static readonly OperationTimes Times = new();

    public static Merchant Merchant { get; } =
        new()
        {
            Id = new MerchantId("M1"),
            Environment = GatewayEnvironment.Sandbox,
            Endpoint = new Uri("https://gateway.invalid/"),
            TimeZone = TimeZoneInfo.Utc,
        };

    public static OperationRow Refund(decimal amount = 10m, OperationStatus status = OperationStatus.Submitting) =>
        Row(OperationKind.Refund, amount, status);

    public static OperationRow Row(OperationKind kind, decimal? amount, OperationStatus status = OperationStatus.Submitting) =>
        new()
        {
            Id = OperationId.New(new FakeTimeProvider(Now)),
            Kind = kind,
            MerchantId = Merchant.Id,
            InvoiceNo = InvoiceNo.Parse("INV-1"),
            Amount = amount is null ? null : Money.FromAmount(amount.Value),
            KeyHash = new string('k', 32),
            ApiKeyId = "shop",
            Status = status,
            StatusSince = Now,
            Seq = 0,
            NextActionAt = Now,
            TransactionReference = "T1",
            CreatedAt = Now,
            UpdatedAt = Now,
        };

    /// <summary>The row after these attempts; true: it may have been sent.</summary>
    public static OperationRow After(this OperationRow row, params bool[] maybeSent) =>
        row with
        {
            Baseline = Baseline.Of([]),
            Attempts =
            [
                .. maybeSent.Select(
                    (sent, index) =>
                        new Attempt
                        {
                            Number = index + 1,
                            StartedAt = Now,
                            ClaimUntil = Now + Times.Claim,
                            NeverSent = !sent,
                            CarriedEcho = true,
                        }
                ),
            ],
        };

    public static InvoiceSnapshot Ledger(OperationRow row, params (string Reference, OperationId Owner)[] references) =>
        new(
            new InvoiceRow(),
            [row],
            references.ToDictionary(pair => pair.Reference, pair => pair.Owner),
            [new LinePlace(row.Seq, row.Id, row.Kind)]
        );

    /// <summary>What the judge is given of a row, so long after <see cref="Now"/>.</summary>
    public static CaseFile File(
        OperationRow row,
        TimeSpan afterNow = default,
        Merchant? merchant = null,
        InvoiceSnapshot? ledger = null,
        params IReadOnlyList<InboxMessage> messages
    ) => new(row, ledger ?? Ledger(row), messages, merchant ?? Merchant, Times, Now + afterNow);

    /// <summary>A list of the gateway's, asked for so long after <see cref="Now"/>.</summary>
    public static Look Look(GatewayPayment payment, TimeSpan afterNow, bool echoes = true)
    {
        var list = Answers.ListView(payment, echoes);
        return new Look(new GatewayView.Seen(list, Answers.Evidence(list)), Now + afterNow);
    }
}
