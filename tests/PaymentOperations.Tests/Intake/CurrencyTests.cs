using Azure.Data.Tables;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.Codes;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Intake;

/// <summary>The currency of the merchant's setting, and amounts that it does not have.</summary>
public sealed class CurrencyTests(LedgerStorage storage)
{
    [Theory]
    [InlineData("SGD")]
    [InlineData(null)]
    public async Task an_operation_keeps_the_currency_that_was_set_when_it_was_accepted(string? letters)
    {
        await using var sut = World.Start(storage, merchant: With(letters));
        sut.AddPayment();

        var id = await sut.RefundAsync();
        await sut.RunAsync(id);

        (await sut.RowAsync(id)).Currency.ShouldBe(letters);
        (await sut.Reader.FindAsync(sut.Merchant.Id, id, CancellationToken.None)).ShouldNotBeNull().Currency.ShouldBe(letters);
        sut.Time.Advance(TimeSpan.FromMinutes(10));
        var told = await sut.Get<IEvents>().ListAsync(sut.Merchant.Id, null, 10, CancellationToken.None);
        told.Items.Select(one => one.Operation.Currency).ShouldBe([letters, letters]);
    }

    [Theory]
    [InlineData("JPY", 10, true)]
    [InlineData("JPY", 10.5, false)]
    [InlineData("KRW", 0.01, false)]
    [InlineData("VND", 10.10, false)]
    [InlineData("IDR", 10.5, true)]
    [InlineData("SGD", 10.55, true)]
    [InlineData("KWD", 10.55, true)]
    [InlineData(null, 10.5, true)]
    public async Task an_amount_has_no_more_decimals_than_its_currency(string? letters, double amount, bool fits)
    {
        await using var sut = World.Start(storage, merchant: With(letters));
        sut.AddPayment();

        var refund = await sut.AcceptAsync(sut.Command(amount: (decimal)amount));
        sut.AddPayment("INV-A", status: "A");
        var settlement = await sut.AcceptAsync(sut.Command(OperationKind.Settlement, (decimal)amount, "INV-A"));

        foreach (var result in new[] { refund, settlement })
        {
            if (fits)
                result.ShouldBeOfType<AcceptResult.Accepted>();
            else
                result.ShouldBeOfType<AcceptResult.AmountNotOfCurrency>().Currency.Letters.ShouldBe(letters);
        }
    }

    [Fact]
    public async Task a_share_is_held_to_the_currency_too_and_nothing_is_kept_of_a_refusal()
    {
        await using var sut = World.Start(storage, merchant: With("JPY"));
        sut.AddPayment();
        SubMerchantAmount[] shares = [new("A", Money.FromAmount(4.5m)), new("B", Money.FromAmount(5.5m))];
        var command = sut.Command(key: "k") with { SubMerchants = shares };

        var (_, writes) = await sut.CountAsync(async () =>
            (await sut.AcceptAsync(command)).ShouldBeOfType<AcceptResult.AmountNotOfCurrency>()
        );

        writes.ShouldBe(0);
        (await sut.AcceptAsync(command with { SubMerchants = [] })).ShouldBeOfType<AcceptResult.Accepted>();
    }

    /// <summary>An error would say that nothing was done.</summary>
    [Fact]
    public async Task a_setting_that_came_later_does_not_hide_what_was_accepted()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var command = sut.Command(amount: 10.5m, key: "k");
        var first = (await sut.AcceptAsync(command)).ShouldBeOfType<AcceptResult.Accepted>();

        var again = await sut.AcceptAsync(command with { Merchant = With("JPY")(sut.Merchant) });

        var found = again.ShouldBeOfType<AcceptResult.Accepted>();
        found.Replayed.ShouldBeTrue();
        found.Operation.Id.ShouldBe(first.Operation.Id);
        found.Operation.Currency.ShouldBeNull();
    }

    [Fact]
    public async Task a_settlement_of_more_than_was_authorized_says_how_much_was()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(status: "A");

        var refused = await sut.AcceptAsync(sut.Command(OperationKind.Settlement, 100.01m));

        refused.ShouldBeOfType<AcceptResult.SettlementExceeds>().Authorized.ShouldBe(Money.FromAmount(100m));
    }

    /// <summary>As versions wrote it that knew no currency.</summary>
    [Fact]
    public async Task an_event_and_a_row_without_a_currency_are_read()
    {
        await using var sut = World.Start(storage, merchant: With("SGD"));
        sut.AddPayment();
        var id = await sut.RefundAsync();
        var row = OperationRowMapper.ToEntity(await sut.RowAsync(id));
        row.Remove("currency");
        await sut.Tables.Operations.UpdateEntityAsync(row, Azure.ETag.All, TableUpdateMode.Replace);

        (await sut.RowAsync(id)).Currency.ShouldBeNull();
        (await sut.Reader.FindAsync(sut.Merchant.Id, id, CancellationToken.None)).ShouldNotBeNull().Currency.ShouldBeNull();
    }

    private static Func<Merchant, Merchant> With(string? letters) =>
        merchant => merchant with { Currency = Iso4217.Find(letters) };
}
