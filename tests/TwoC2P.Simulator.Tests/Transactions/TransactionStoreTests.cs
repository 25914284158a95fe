using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.Tests.Transactions;

public sealed class TransactionStoreTests
{
    [Fact]
    public async Task What_happens_to_one_invoice_happens_one_after_the_other()
    {
        const int workers = 4;
        const int each = 20_000;
        var sut = new TransactionStore();
        var transaction = new Transaction
        {
            MerchantId = "JT01",
            InvoiceNo = "ONE",
            Amount = 0,
            Status = "S",
            ReferenceNo = "1",
            PaidAt = DateTimeOffset.UnixEpoch,
        };
        sut.Put(transaction);

        // A read and a write that are not atomic: any overlap loses some of them.
        await Task.WhenAll(
            Enumerable
                .Range(0, workers)
                .Select(_ =>
                    Task.Run(() =>
                    {
                        for (var i = 0; i < each; i++)
                            sut.Use(transaction.Key, found => found!.Amount += 1);
                    })
                )
        );

        transaction.Amount.ShouldBe(workers * each);
    }
}
