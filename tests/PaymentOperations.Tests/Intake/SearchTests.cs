using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Intake;

public sealed class SearchTests(LedgerStorage storage)
{
    [Fact]
    public async Task every_filter_finds_what_it_names_newest_first_and_nothing_else()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        sut.AddPayment("INV-2");
        var first = await sut.AcceptIdAsync(sut.Command(amount: 10m).With(("orderId", "1"), ("channel", "web")));
        sut.Time.Advance(TimeSpan.FromDays(40));
        var second = await sut.AcceptIdAsync(
            sut.Command(amount: 10m, invoiceNo: "INV-2").With(("orderId", "2"), ("channel", "web"))
        );
        sut.Time.Advance(TimeSpan.FromSeconds(1));
        var third = await sut.AcceptIdAsync(sut.Command(amount: 20m));

        (await sut.FindAsync(new() { InvoiceNo = InvoiceNo.Parse("INV-1") })).ShouldBe([third, first]);
        (await sut.FindAsync(new() { Amount = Money.FromAmount(10m) })).ShouldBe([second, first]);
        (await sut.FindAsync(Searching.ByMetadata(("channel", "web")))).ShouldBe([second, first]);
        (await sut.FindAsync(Searching.ByMetadata(("orderId", "2")))).ShouldBe([second]);
        (await sut.FindAsync(Searching.ByMetadata(("orderId", "3")))).ShouldBeEmpty();
        (await sut.FindAsync(Searching.ByMetadata(("orderID", "2")))).ShouldBeEmpty();
        (await sut.FindAsync(new() { InvoiceNo = InvoiceNo.Parse("inv-1") })).ShouldBeEmpty();
        (await sut.FindAsync(new() { NeedsReview = true })).ShouldBeEmpty();
        (await sut.FindAsync(new() { Reference = "9001" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task filters_are_combined_with_each_other_and_with_status_kind_and_days()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        sut.AddPayment("INV-2", status: "A");
        var web = await sut.AcceptIdAsync(sut.Command(amount: 10m).With(("channel", "web"), ("orderId", "1")));
        await sut.RunAsync(web);
        sut.Time.Advance(TimeSpan.FromDays(1));
        var shop = await sut.AcceptIdAsync(sut.Command(amount: 10m).With(("channel", "shop"), ("orderId", "1")));
        var settled = await sut.AcceptIdAsync(
            sut.Command(OperationKind.Settlement, 10m, "INV-2").With(("channel", "web"), ("orderId", "2"))
        );
        var ten = new OperationSearch { Amount = Money.FromAmount(10m) };
        var today = DateOnly.FromDateTime(sut.Time.GetUtcNow().UtcDateTime);

        (await sut.FindAsync(ten)).ShouldBe([settled, shop, web], ignoreOrder: true);
        (await sut.FindAsync(ten with { InvoiceNo = InvoiceNo.Parse("INV-1") })).ShouldBe([shop, web]);
        (await sut.FindAsync(ten, status: OperationStatus.Succeeded)).ShouldBe([web]);
        (await sut.FindAsync(ten, kind: OperationKind.Settlement)).ShouldBe([settled]);
        (await sut.FindAsync(ten, from: today)).ShouldBe([settled, shop], ignoreOrder: true);
        (await sut.FindAsync(ten, to: today.AddDays(-1))).ShouldBe([web]);
        (await sut.FindAsync(ten, from: today.AddDays(1))).ShouldBeEmpty();
        (await sut.FindAsync(ten, from: today.AddDays(-1), to: today)).Count.ShouldBe(3);
        (await sut.FindAsync(Searching.ByMetadata(("channel", "web"), ("orderId", "1")))).ShouldBe([web]);
        (await sut.FindAsync(Searching.ByMetadata(("channel", "web"), ("orderId", "3")))).ShouldBeEmpty();
        (await sut.FindAsync(Searching.ByMetadata(("orderId", "1")) with { Amount = Money.FromAmount(10m) })).ShouldBe([
            shop,
            web,
        ]);
    }

    [Fact]
    public async Task references_are_found_as_soon_as_they_are_known()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync();

        await sut.RunAsync(id);

        var row = await sut.RowAsync(id);
        row.Reference.ShouldNotBeNull();
        row.TransactionReference.ShouldNotBeNull();
        (await sut.FindAsync(new() { Reference = row.Reference })).ShouldBe([id]);
        (await sut.FindAsync(new() { Reference = row.TransactionReference })).ShouldBe([id]);
        (await sut.FindAsync(new() { Reference = row.Reference, Amount = row.Amount })).ShouldBe([id]);
        (await sut.FindAsync(new() { Reference = row.Reference, Amount = Money.FromAmount(11m) })).ShouldBeEmpty();
        payment.Refunds.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(OperationKind.Settlement)]
    [InlineData(OperationKind.Void)]
    public async Task settlements_and_voids_are_found_by_the_payments_reference(OperationKind kind)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(status: "A");
        var id = await sut.AcceptIdAsync(sut.Command(kind, kind == OperationKind.Void ? null : 100m).With(("orderId", "1")));

        await sut.RunAsync(id);

        var references = LookupKeys.ReferencesOf(await sut.RowAsync(id)).ToList();
        references.ShouldNotBeEmpty();
        foreach (var reference in references)
            (await sut.FindAsync(new() { Reference = reference })).ShouldBe([id]);
        (await sut.FindAsync(Searching.ByMetadata(("orderId", "1")), kind: kind)).ShouldBe([id]);
        (await sut.FindAsync(new() { Amount = Money.FromAmount(100m) })).Count.ShouldBe(kind == OperationKind.Void ? 0 : 1);
    }

    [Fact]
    public async Task a_reference_learned_late_is_found()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: false);
        sut.Gateway.Next(TwoC2P.PaymentAction.ProcessType.Refund, _ => Answers.Lost);
        var id = await sut.RefundAsync();
        await sut.RunAsync(id);
        var doubtful = await sut.RowAsync(id);

        var found = await sut.RunForAsync(id, TimeSpan.FromHours(1));

        doubtful.Reference.ShouldBeNull();
        if (found.Reference is { } reference)
            (await sut.FindAsync(new() { Reference = reference })).ShouldBe([id]);
        LookupKeys.AreWritten(found).ShouldBeTrue();
    }

    [Fact]
    public async Task pages_are_full_until_the_last_and_show_everything_once()
    {
        await using var sut = World.Start(storage);
        var rows = await sut.SeedAsync(250, (row, number) => row with { Amount = Money.FromAmount(number % 2 == 0 ? 5m : 7m) });
        await sut.SeedAsync(50, (row, _) => row with { Amount = Money.FromAmount(7m) }, "INV-SEED-2");
        var search = new OperationSearch { Amount = Money.FromAmount(7m) };

        var first = await sut.PageAsync(search);
        var second = await sut.PageAsync(search, first.NextCursor);

        first.Items.Count.ShouldBe(100);
        second.Items.Count.ShouldBe(75);
        second.NextCursor.ShouldBeNull();
        var seen = first.Items.Concat(second.Items).Select(operation => operation.Id.ToString()).ToList();
        seen.ShouldBeUnique();
        seen.ShouldBeInOrder(SortDirection.Descending);
        rows.Where(row => row.Amount == Money.FromAmount(7m)).Select(row => row.Id.ToString()).ShouldBeSubsetOf(seen);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(200)]
    public async Task what_fills_its_pages_exactly_has_no_empty_one_behind(int count)
    {
        await using var sut = World.Start(storage);
        await sut.SeedAsync(count, (row, _) => row);
        var search = new OperationSearch { InvoiceNo = InvoiceNo.Parse("INV-SEED") };
        string? cursor = null;

        for (var page = 0; page < count / 100; page++)
        {
            var read = await sut.PageAsync(search, cursor);
            read.Items.Count.ShouldBe(100);
            cursor = read.NextCursor;
        }

        cursor.ShouldBeNull();
    }

    [Fact]
    public async Task rows_that_the_ledger_does_not_confirm_are_passed_over_and_pages_stay_full()
    {
        await using var sut = World.Start(storage);
        var rows = await sut.SeedAsync(150, (row, _) => row);
        foreach (var row in rows.Take(40))
            await sut.Tables.Operations.DeleteEntityAsync(row.Partition, TableKey.Operation(row.Id));
        foreach (var row in rows.TakeLast(40))
            await sut.Ledger.TryReplaceAsync(
                (await sut.RowAsync(row.Id, "INV-SEED")) with
                {
                    Amount = Money.FromAmount(2m),
                },
                CancellationToken.None
            );
        var tombstone = rows[75] with { IsTombstone = true };
        await sut.Ledger.TryReplaceAsync(
            tombstone with
            {
                ETag = (await sut.RowAsync(tombstone.Id, "INV-SEED")).ETag,
            },
            CancellationToken.None
        );

        var found = await sut.FindAsync(new() { Amount = Money.FromAmount(1m) });

        found.Count.ShouldBe(69);
    }

    [Theory]
    [InlineData("none of ours")]
    [InlineData("OTk6")]
    [InlineData("czp6eg==")]
    [InlineData("MDo=")]
    public async Task a_cursor_that_is_none_of_a_searchs_is_refused(string cursor)
    {
        await using var sut = World.Start(storage);

        var page = await sut.PageAsync(new() { NeedsReview = true }, cursor);

        page.CursorIsValid.ShouldBeFalse();
    }

    [Fact]
    public async Task notes_are_shown_and_kept_and_go_to_nobody_else()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        List<string> keys = [];
        sut.Storage.Before = request =>
        {
            lock (keys)
                keys.Add(request.Uri.ToString());
        };
        var command = sut.Command().With(("customer", "Somchai")) with { Reason = "broken vase" };
        var id = await sut.AcceptIdAsync(command);
        await sut.RunAsync(id);

        var shown = (await sut.Reader.FindAsync(sut.Merchant.Id, id, CancellationToken.None)).ShouldNotBeNull();

        shown.Reason.ShouldBe("broken vase");
        shown.Metadata.ShouldBe(command.Metadata);
        (await sut.PageAsync(Searching.ByMetadata(("customer", "Somchai"))))
            .Items.ShouldHaveSingleItem()
            .Reason.ShouldBe("broken vase");
        var told = string.Join(' ', [.. sut.Gateway.Sent.Select(one => System.Text.Json.JsonSerializer.Serialize(one)), .. keys]);
        told.ShouldNotContain("Somchai");
        told.ShouldNotContain("vase");
        (await sut.LookupRowsAsync(id))
            .SelectMany(row => row.Select(column => $"{column.Value}"))
            .ShouldAllBe(value => !value.Contains("Somchai"));
    }

    [Fact]
    public async Task a_cursor_does_not_lead_out_of_the_days_that_are_asked_for()
    {
        await using var sut = World.Start(storage);
        await sut.SeedAsync(150, (row, _) => row);
        var search = new OperationSearch { Amount = Money.FromAmount(1m) };
        var page = await sut.PageAsync(search);
        var yesterday = DateOnly.FromDateTime(sut.Time.GetUtcNow().UtcDateTime).AddDays(-1);

        var other = await sut.PageAsync(search, page.NextCursor, to: yesterday);

        other.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task another_merchants_operations_are_not_found()
    {
        await using var sut = World.Start(storage);
        await using var other = World.Start(storage);
        sut.AddPayment();
        await sut.AcceptIdAsync(sut.Command().With(("orderId", "1")));

        (await other.FindAsync(Searching.ByMetadata(("orderId", "1")))).ShouldBeEmpty();
        (await other.FindAsync(new() { InvoiceNo = InvoiceNo.Parse("INV-1") })).ShouldBeEmpty();
    }
}
