using PaymentOperations.Reconciliation;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Reconciliation;

public sealed class OlderCopyTests(LedgerStorage storage)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task an_operation_that_an_older_copy_of_the_ledger_has_lost_beside_others_is_told(bool isFinal)
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(isCard: false);
        var kept = await sut.DoneRefundAsync();
        payment.Refunds[0] = payment.Refunds[0] with { Status = "RF" };
        await sut.RunWhenDueAsync(kept);
        var lost = await sut.DoneRefundAsync();
        if (isFinal)
        {
            payment.Refunds[1] = payment.Refunds[1] with { Status = "RF" };
            await sut.RunWhenDueAsync(lost);
        }
        await sut.Tables.Operations.DeleteEntityAsync(
            TableKey.Invoice(sut.Merchant.Id, InvoiceNo.Parse("INV-1")),
            TableKey.Operation(lost)
        );

        var report = await sut.ReconcileAsync();

        var line = report.Single(line => line.OperationId == lost.ToString());
        line.Finding.ShouldBe(Finding.Unreadable);
        line.Note!.ShouldContain("may be an older copy");
    }

    [Fact]
    public async Task an_operation_that_the_index_knows_better_than_the_ledger_is_said_to_be_unreadable()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.DoneRefundAsync();
        var partition = TableKey.Invoice(sut.Merchant.Id, InvoiceNo.Parse("INV-1"));
        await sut.Tables.Operations.DeleteEntityAsync(partition, TableKey.Operation(id));
        await sut.Tables.Operations.DeleteEntityAsync(partition, TableKey.Reference("9001"));

        var report = await sut.ReconcileAsync();

        report.ShouldContainSingle(Finding.Unreadable).OperationId.ShouldBe(id.ToString());
        report.ShouldContainSingle(Finding.MissingHere).GatewayReference.ShouldBe("9001");
    }
}
