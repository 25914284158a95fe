using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Safety;

public sealed class MoneySafetyTests(LedgerStorage storage)
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 16)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task whatever_happens_money_moves_at_most_once_and_nothing_accepted_is_lost(int seed)
    {
        await using var world = await World.StartAloneAsync(
            storage,
            merchant: merchant => merchant with { NobodyRefundsInPortal = seed % 2 == 0 }
        );
        var marks = (Marks)(seed % 3);
        world.Gateway.Echoes = marks != Marks.Off;
        var payment = world.AddPayment(isCard: seed % 4 != 0);
        var sut = new Storm(world, seed, marks);

        await sut.RageAsync(40);
        await sut.CalmAsync();

        var ledger = await world.SnapshotAsync();
        var said =
            $"seed {seed}: {string.Join("; ", ledger.Operations.Select(row => $"{row.Amount} {row.Status} {row.ReviewReason}"))}";
        payment.Left.ShouldBeGreaterThanOrEqualTo(Money.Zero, said);
        sut.Accepted.ShouldBeSubsetOf(ledger.Operations.Select(row => row.Id), said);
        foreach (var key in sut.Commands.Select(command => TableKey.HashOfKey(command.IdempotencyKey)[..32]))
            ledger.Operations.Count(row => row.KeyHash == key).ShouldBeLessThanOrEqualTo(1, said);
        foreach (var row in ledger.Operations)
        {
            var made = Made(payment, row);
            made.Count.ShouldBeLessThanOrEqualTo(1, said);
            (row.IsFinal || row.NeedsReview || row.Status == OperationStatus.Pending).ShouldBeTrue(said);
            if (row.IsFinal)
                made.Count.ShouldBe(row.Status == OperationStatus.Succeeded ? 1 : 0, said);
        }

        var reserved = ledger
            .Operations.Where(row => row.Status != OperationStatus.Failed)
            .Sum(row => row.Amount!.Value.MinorUnits);
        ledger.Invoice.Reserved.ShouldBe(new Money(reserved), said);
    }

    private static List<GatewayRefund> Made(GatewayPayment payment, OperationRow row) =>
        [.. payment.Refunds.Where(refund => !refund.IsFailed && IsOf(refund, row))];

    // The gateway of the tests keeps the mark even where its lists do not return it.
    private static bool IsOf(GatewayRefund refund, OperationRow row) =>
        refund.Mark == row.Id.ToString() || (refund.Mark is null && refund.Reference == row.Reference);
}
