using Azure.Data.Tables;
using PaymentOperations.Copies;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Resolutions;
using PaymentOperations.Tests.Support;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Copies;

/// <summary>A copy is older than the truth. Whatever went on after it was made, nothing is sent again that 2C2P lists, and everything ends true or with a person.</summary>
public sealed class RestoreTests(LedgerStorage storage)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task after_a_copy_of_any_moment_is_put_back_nothing_moves_money_twice_and_everything_ends_true_or_with_a_person(
        bool marksComeBack
    )
    {
        await using var before = await World.StartAloneAsync(storage);
        before.Gateway.Echoes = marksComeBack;
        Story[] stories =
        [
            .. History.All.SelectMany(history =>
                Enumerable.Range(0, history.Steps.Length + 1).Select(step => new Story(before, history, step))
            ),
        ];
        foreach (var story in stories)
            await story.BeforeTheCopyAsync();
        var copy = await Copying.ExportAsync(before);
        foreach (var story in stories)
            await story.AfterTheCopyAsync();

        await using var sut = await World.StartElsewhereAsync(storage, before);
        await Copying.ImportAsync(before, copy, sut);
        await ShouldBeSweptAsync(sut);
        var sentBefore = sut.Gateway.Sent.Count;
        foreach (var story in stories)
            await story.GoOnInAsync(sut);

        foreach (var story in stories)
        {
            foreach (var row in await story.RestAsync())
                ShouldBeTrue(story, row);
        }
        // Callers meant these once more and 2C2P had refused them, or never heard of them; nothing else was sent.
        var sent = sut.Gateway.Sent.Skip(sentBefore).ToList();
        sent.ShouldAllBe(request => request.ProcessType == ProcessType.Refund);
        sent.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task what_a_person_cancelled_after_the_copy_is_not_sent_by_the_ledger_that_does_not_know_of_it()
    {
        await using var before = await World.StartAloneAsync(storage);
        before.AddPayment(amount: 15m);
        var id = await before.RefundAsync();
        var copy = await Copying.ExportAsync(before);
        await before.SayAsync(id, ResolutionOutcome.Cancelled);
        (await before.RowAsync(id)).Status.ShouldBe(OperationStatus.Failed);

        await using var sut = await World.StartElsewhereAsync(storage, before);
        await Copying.ImportAsync(before, copy, sut);
        var row = await sut.RunForAsync(id, TimeSpan.FromHours(2));

        row.Status.ShouldBe(OperationStatus.Unknown);
        row.NeedsReview.ShouldBeTrue();
        sut.Gateway.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_person_who_looked_may_have_it_sent()
    {
        await using var before = await World.StartAloneAsync(storage);
        before.AddPayment();
        var id = await before.RefundAsync();
        var copy = await Copying.ExportAsync(before);

        await using var sut = await World.StartElsewhereAsync(storage, before);
        await Copying.ImportAsync(before, copy, sut);
        (await sut.RunForAsync(id, TimeSpan.FromHours(1))).NeedsReview.ShouldBeTrue();
        await sut.SayAsync(id, ResolutionOutcome.SendAgain);
        var row = await sut.RunForAsync(id, TimeSpan.FromHours(1));

        row.Status.ShouldBe(OperationStatus.Succeeded);
        sut.Gateway.Sent.Count.ShouldBe(1);
        row.RestoredAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task what_came_after_the_end_and_was_not_in_the_copied_ledger_calls_a_person_again(bool wasReadWhileCopied)
    {
        await using var before = await World.StartAloneAsync(storage);
        before.AddPayment();
        var id = await before.RefundAsync();
        var done = await before.WatchedAsync(id);
        var failed = Answers.Response("R", "INV-1", "00", "RFF", done.Amount, done.Reference);
        await before.CallbackAsync(id.ToString(), failed);
        var exporter = new Exporter(
            new TableServiceClient(before.Connection),
            Copying.StoreOf(before),
            before.Time,
            told =>
            {
                if (wasReadWhileCopied && told.StartsWith("operations:", StringComparison.Ordinal))
                    before.RunAsync(id).GetAwaiter().GetResult();
            }
        );
        var (copy, _, _) = await exporter.RunAsync(CancellationToken.None);
        (await before.RowAsync(id)).NeedsReview.ShouldBe(wasReadWhileCopied);

        await using var sut = await World.StartElsewhereAsync(storage, before);
        await Copying.ImportAsync(before, copy, sut);
        await sut.SweepAndRunAsync(id);

        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
        (await sut.NewsAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task who_lists_what_changed_finds_what_is_asked_about_before_anybody_has_looked_at_it()
    {
        await using var before = await World.StartAloneAsync(storage);
        before.AddPayment();
        var id = await before.RefundAsync();
        before.Time.Advance(TimeSpan.FromHours(1));
        var copy = await Copying.ExportAsync(before);
        var since = before.Time.GetUtcNow();

        await using var sut = await World.StartElsewhereAsync(storage, before);
        await Copying.ImportAsync(before, copy, sut);
        sut.Time.Advance(TimeSpan.FromMinutes(5));

        (await sut.IdsAsync(Listing.Everything() with { UpdatedSince = since })).ShouldBe([id]);
    }

    private static void ShouldBeTrue(Story story, OperationRow row)
    {
        var what = $"{story.Name}: {row.Status} {row.ReviewReason}";
        var made = story.MadeBy(row.KeyHash);
        if (row.Kind == OperationKind.Refund)
            made.Count.ShouldBeLessThanOrEqualTo(1, what);
        if (row.NeedsReview)
            return;

        if (row.Kind != OperationKind.Refund)
        {
            row.Status.ShouldBe(OperationStatus.Succeeded, what);
            story.Payment.Status.ShouldBe(row.Kind == OperationKind.Settlement ? "RS" : "V", what);
            return;
        }

        var expected = made switch
        {
            [] => OperationStatus.Failed,
            [{ Status: "RP" }] => OperationStatus.Pending,
            _ => OperationStatus.Succeeded,
        };
        row.Status.ShouldBe(expected, what);
    }

    private static async Task ShouldBeSweptAsync(World world)
    {
        await world.Get<ISweep>().RunAsync(CancellationToken.None);

        var pointed = world.Pointers.Select(pointer => pointer.Message.OperationId).ToHashSet(StringComparer.Ordinal);
        var open = await world
            .Tables.Operations.QueryAsync<TableEntity>()
            .Where(InvoiceRows.IsOperation)
            .Select(OperationRowMapper.FromEntity)
            .Where(row => !row.IsFinal)
            .ToListAsync();
        open.Count.ShouldBeGreaterThan(20);
        open.ShouldAllBe(row => pointed.Contains(row.Id.ToString()));
    }
}
