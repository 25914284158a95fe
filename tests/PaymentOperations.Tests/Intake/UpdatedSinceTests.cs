using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using PaymentOperations.Workflow;
using TwoC2P;

namespace PaymentOperations.Tests.Intake;

/// <summary>A shop that asks for what changed since it last asked misses nothing.</summary>
public sealed class UpdatedSinceTests(LedgerStorage storage)
{
    [Fact]
    public async Task what_was_accepted_months_ago_and_changed_today_is_listed_and_nothing_else()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var old = await sut.RefundAsync(1m);
        var untouched = await sut.RefundAsync(2m);
        sut.Time.Advance(TimeSpan.FromDays(90));
        var today = sut.Time.GetUtcNow();
        await ChangeAsync(sut, old, OperationStatus.Failed);
        var recent = await sut.RefundAsync(3m);

        var listed = await ListedAsync(sut, today);
        var all = await ListedAsync(sut, DateTimeOffset.UnixEpoch);

        listed.Select(operation => operation.Id).ShouldBe([old, recent]);
        listed[0].Status.ShouldBe(OperationStatus.Failed);
        all.Select(operation => operation.Id).ShouldBe([untouched, old, recent]);
    }

    [Fact]
    public async Task a_change_that_no_event_tells_of_is_listed_too()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync(1m);
        var other = await sut.RefundAsync(2m);
        foreach (var status in new[] { OperationStatus.Submitting, OperationStatus.Unknown, OperationStatus.Succeeded })
            await ChangeAsync(sut, id, status);
        // A callback that comes after the end is noted, and told nobody.
        sut.Time.Advance(TimeSpan.FromDays(3));
        var since = sut.Time.GetUtcNow();
        await ChangeAsync(sut, id, OperationStatus.Succeeded);
        sut.Time.Advance(TimeSpan.FromMinutes(5));
        await ChangeAsync(sut, other, OperationStatus.Submitting);
        await ChangeAsync(sut, other, OperationStatus.Unknown);

        var listed = await ListedAsync(sut, since);

        listed
            .Select(operation => (operation.Id, operation.Status))
            .ShouldBe([(id, OperationStatus.Succeeded), (other, OperationStatus.Unknown)]);
    }

    [Fact]
    public async Task who_asks_again_with_the_last_time_that_was_seen_misses_nothing()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(amount: 1_000m);
        List<OperationId> ids = [];
        for (var number = 0; number < 12; number++)
            ids.Add(await sut.RefundAsync(1m));
        var random = new Random(2);
        Dictionary<OperationId, DateTimeOffset> known = [];
        var since = DateTimeOffset.UnixEpoch;

        for (var round = 0; round < 12; round++)
        {
            for (var change = 0; change < 6; change++)
            {
                sut.Time.Advance(TimeSpan.FromSeconds(random.Next(0, 40)));
                OperationStatus[] to =
                [
                    OperationStatus.Unknown,
                    OperationStatus.Pending,
                    OperationStatus.Failed,
                    OperationStatus.Succeeded,
                ];
                await ChangeAsync(sut, ids[random.Next(ids.Count)], to[random.Next(to.Length)]);
            }

            foreach (var operation in await sut.WalkAsync(Listing.Everything() with { UpdatedSince = since, Limit = 3 }))
            {
                operation.UpdatedAt.ShouldBeGreaterThanOrEqualTo(since);
                known[operation.Id] = operation.UpdatedAt;
            }

            since = known.Count == 0 ? since : known.Values.Max();
        }

        foreach (var operation in await ListedAsync(sut, since))
            known[operation.Id] = operation.UpdatedAt;
        foreach (var id in ids)
            known[id].ShouldBe((await sut.RowAsync(id)).UpdatedAt);
    }

    [Fact]
    public async Task an_operation_that_changes_between_two_pages_comes_again_and_hides_none_behind_it()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        List<OperationId> ids = [];
        for (var number = 0; number < 6; number++)
            ids.Add(await sut.RefundAsync(1m));
        sut.Time.Advance(TimeSpan.FromMinutes(5));
        var query = Listing.Everything() with { UpdatedSince = DateTimeOffset.UnixEpoch, Limit = 2 };
        var first = await sut.Reader.ListAsync(sut.Merchant.Id, query, CancellationToken.None);
        await ChangeAsync(sut, ids[0], OperationStatus.Pending);
        await ChangeAsync(sut, ids[3], OperationStatus.Failed);
        sut.Time.Advance(TimeSpan.FromMinutes(5));

        var rest = await sut.WalkAsync(query with { Cursor = first.NextCursor, Limit = 2 });

        first.Items.Select(operation => operation.Id).ShouldBe(ids[..2]);
        rest.Select(operation => operation.Id).ShouldBe([ids[2], ids[4], ids[5], ids[0], ids[3]]);
    }

    [Fact]
    public async Task changes_of_one_instant_are_all_listed_in_full_pages()
    {
        await using var sut = World.Start(storage);
        List<OperationId> ids = [];
        for (var number = 0; number < 9; number++)
        {
            sut.AddPayment($"INV-{number}");
            var id = await sut.RefundAsync(1m, $"INV-{number}");
            ids.Add(id);
        }

        for (var number = 0; number < 9; number++)
            if (number % 2 == 0)
                await ChangeAsync(sut, ids[number], OperationStatus.Unknown, $"INV-{number}", wait: false);

        var listed = await ListedAsync(sut, sut.Time.GetUtcNow(), limit: 2);

        listed.Select(operation => operation.Id).ShouldBe(ids, ignoreOrder: true);
    }

    [Fact]
    public async Task what_changed_this_moment_is_listed_a_while_later()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        var query = Listing.Everything() with { UpdatedSince = DateTimeOffset.UnixEpoch };

        sut.Time.Advance(sut.Get<EventTimes>().ListedAfter);
        (await sut.IdsAsync(query)).ShouldBeEmpty();
        sut.Time.Advance(TimeSpan.FromMilliseconds(1));

        (await sut.IdsAsync(query)).ShouldBe([id]);
    }

    [Fact]
    public async Task other_filters_hold_and_pages_are_full()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(amount: 1_000m);
        List<OperationId> ids = [];
        for (var number = 0; number < 10; number++)
            ids.Add(await sut.AcceptIdAsync(sut.Command(amount: 1m).With(("even", number % 2 == 0 ? "yes" : "no"))));
        await ChangeAsync(sut, ids[4], OperationStatus.Failed);
        var all = Listing.Everything() with { UpdatedSince = DateTimeOffset.UnixEpoch, Limit = 2 };
        sut.Time.Advance(TimeSpan.FromMinutes(5));

        var even = await sut.IdsAsync(all with { Search = Searching.ByMetadata(("even", "yes")) });
        var open = await sut.IdsAsync(
            all with
            {
                Search = Searching.ByMetadata(("even", "yes")),
                Statuses = OperationStatuses.Of(OperationStatus.Accepted, OperationStatus.Unknown),
            }
        );
        var voids = await sut.IdsAsync(all with { Kind = OperationKind.Void });

        even.ShouldBe([ids[0], ids[2], ids[6], ids[8], ids[4]]);
        open.ShouldBe([ids[0], ids[2], ids[6], ids[8]]);
        voids.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_change_whose_row_could_not_be_written_is_listed_where_its_events_are()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Wire.Before = request =>
        {
            if (request.IsWrite() && request.IsOn("index"))
                throw new IOException("The index is away.");
        };
        await ChangeAsync(sut, id, OperationStatus.Unknown);
        sut.Wire.Before = _ => { };

        var listed = await ListedAsync(sut, DateTimeOffset.UnixEpoch);

        listed.Select(operation => (operation.Id, operation.Status)).ShouldBe([(id, OperationStatus.Unknown)]);
    }

    [Fact]
    public async Task what_was_only_found_out_about_an_operation_does_not_hide_its_last_change()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        await ChangeAsync(sut, id, OperationStatus.Succeeded);
        var told = await sut.Get<OperationNotices>()
            .TellOnceAsync(
                sut.Merchant.Id,
                InvoiceNo.Parse("INV-1"),
                id,
                EventType.ReconciliationDifference,
                CancellationToken.None
            );

        var listed = await ListedAsync(sut, DateTimeOffset.UnixEpoch);

        told.ShouldNotBeNull();
        listed.Select(operation => (operation.Id, operation.Status)).ShouldBe([(id, OperationStatus.Succeeded)]);
    }

    [Fact]
    public async Task a_change_that_is_being_written_for_so_long_is_not_passed_by()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var slow = await sut.RefundAsync(1m);
        var other = await sut.RefundAsync(2m);
        sut.Time.Advance(TimeSpan.FromMinutes(5));
        var since = sut.Time.GetUtcNow();
        var claimed = (await sut.Get<Claims>().TryTakeAsync(await sut.RowAsync(slow), CancellationToken.None)).ShouldNotBeNull();
        var next = await sut.Get<LookupWriter>()
            .AnnounceAsync(
                claimed,
                claimed with
                {
                    Status = OperationStatus.Unknown,
                    StatusSince = since,
                    UpdatedAt = since,
                    ClaimToken = null,
                    WriteId = "slow",
                }
            );
        sut.Time.Advance(TimeSpan.FromSeconds(1));
        await ChangeAsync(sut, other, OperationStatus.Failed);

        var early = await ListedAsync(sut, since);
        await sut.Ledger.TryReplaceAsync(next, CancellationToken.None);
        var late = await ListedAsync(sut, early.Count == 0 ? since : early[^1].UpdatedAt);

        early.ShouldBeEmpty();
        late.Select(operation => operation.Id).ShouldBe([slow, other]);
    }

    [Fact]
    public async Task a_change_that_never_came_holds_nothing_up_once_its_worker_is_gone()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var dead = await sut.RefundAsync(1m);
        var other = await sut.RefundAsync(2m);
        sut.Time.Advance(TimeSpan.FromMinutes(5));
        var since = sut.Time.GetUtcNow();
        var claimed = (await sut.Get<Claims>().TryTakeAsync(await sut.RowAsync(dead), CancellationToken.None)).ShouldNotBeNull();
        await sut.Get<LookupWriter>()
            .AnnounceAsync(claimed, claimed with { Status = OperationStatus.Unknown, StatusSince = since, UpdatedAt = since });
        await ChangeAsync(sut, other, OperationStatus.Failed);
        sut.Time.Advance(sut.Times.Claim + sut.Times.Skew);

        var listed = await ListedAsync(sut, since);

        listed.Select(operation => operation.Id).ShouldBe([other]);
    }

    [Fact]
    public async Task what_it_costs_follows_what_changed_and_not_how_much_there_is()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        await sut.SeedAsync(500, (row, _) => row);
        sut.Time.Advance(TimeSpan.FromDays(1));
        var since = sut.Time.GetUtcNow();
        await ChangeAsync(sut, id, OperationStatus.Failed);
        IReadOnlyList<Operation> listed = [];

        var (reads, writes) = await sut.CountAsync(async () => listed = await ListedAsync(sut, since));

        listed.Count.ShouldBe(1);
        // The pointers, the rows of changes, the event, the operation.
        reads.ShouldBe(4);
        writes.ShouldBe(0);
    }

    [Theory]
    [InlineData("none of ours")]
    [InlineData("OTk6")]
    [InlineData("MDE5ZjIwMDAwMDAwZXg=")]
    public async Task a_cursor_that_is_none_of_ours_is_refused(string cursor)
    {
        await using var sut = World.Start(storage);
        var query = Listing.Everything() with { UpdatedSince = DateTimeOffset.UnixEpoch, Cursor = cursor };

        var page = await sut.Reader.ListAsync(sut.Merchant.Id, query, CancellationToken.None);

        page.CursorIsValid.ShouldBeFalse();
    }

    private static Task<IReadOnlyList<Operation>> ListedAsync(World sut, DateTimeOffset since, int limit = 100)
    {
        sut.Time.Advance(sut.Get<EventTimes>().ListedAfter + TimeSpan.FromMilliseconds(20));
        return sut.WalkAsync(Listing.Everything() with { UpdatedSince = since, Limit = limit });
    }

    private static async Task ChangeAsync(
        World sut,
        OperationId id,
        OperationStatus to,
        string invoiceNo = "INV-1",
        bool wait = true
    )
    {
        var row = await sut.RowAsync(id, invoiceNo);
        var transition = new Transition
        {
            Rule = "T19",
            To = to,
            Note = "The test says so",
        };
        var result = await sut.Get<TransitionWriter>()
            .CommitAsync(row, transition, "test", knownInvoice: null, CancellationToken.None);
        result.ShouldBeOfType<CommitResult.Committed>();
        if (wait)
            sut.Time.Advance(TimeSpan.FromMilliseconds(1));
    }
}
