using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Intake;

/// <summary>Whatever dies or fails, what is in the ledger is found.</summary>
public sealed class FoundAfterFaultsTests(LedgerStorage storage)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_process_that_dies_at_any_write_of_an_accept_leaves_nothing_that_is_not_found(bool beforeIt)
    {
        var committed = 0;
        var deaths = 0;
        for (var write = 1; ; write++)
        {
            await using var sut = World.Start(storage);
            sut.AddPayment();
            var command = sut.Command(amount: 10m).With(("orderId", "1"), ("channel", "web"));
            if (!await DiesAsync(sut, command, write, beforeIt))
                break;

            deaths++;
            foreach (var row in (await sut.SnapshotAsync()).Operations)
            {
                committed++;
                await ShouldBeFoundAsync(sut, row);
            }
        }

        deaths.ShouldBeGreaterThanOrEqualTo(5);
        if (!beforeIt)
            committed.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_process_that_dies_at_any_write_of_a_run_leaves_no_reference_that_is_not_found(bool beforeIt)
    {
        for (var write = 1; ; write++)
        {
            await using var sut = World.Start(storage);
            sut.AddPayment();
            var id = await sut.AcceptIdAsync(sut.Command());
            var dies = await DiesAsync(sut, () => sut.RunAsync(id), write, beforeIt);
            await ShouldBeFoundAsync(sut, await sut.RowAsync(id));
            if (!dies)
                break;
        }
    }

    [Fact]
    public async Task money_does_not_wait_for_the_index_and_the_next_look_makes_up_for_it()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: false);
        var id = await sut.RefundAsync();
        sut.Wire.Before = request =>
        {
            if (request.IsTransactionOn("index"))
                throw new IOException("no network");
        };

        await sut.RunAsync(id);

        var pending = await sut.RowAsync(id);
        pending.Status.ShouldBe(OperationStatus.Pending);
        LookupKeys.AreWritten(pending).ShouldBeFalse();
        sut.Wire.Before = _ => { };
        (await sut.FindAsync(new() { Reference = pending.Reference })).ShouldBeEmpty();
        await sut.RunWhenDueAsync(id);
        (await sut.FindAsync(new() { Reference = pending.Reference })).ShouldBe([id]);
    }

    [Fact]
    public async Task the_sweep_puts_lost_rows_of_what_is_open_back()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var id = await sut.AcceptIdAsync(sut.Command().With(("orderId", "1")));
        await sut.LoseIndexRowsAsync(id);
        var lost = await sut.FindAsync(Searching.ByMetadata(("orderId", "1")));

        sut.Time.Advance(sut.Times.FirstCheck + TimeSpan.FromSeconds(1));
        await sut.Get<ISweep>().RunAsync(CancellationToken.None);

        lost.ShouldBeEmpty();
        await ShouldBeFoundAsync(sut, await sut.RowAsync(id));
        (await sut.IndexedAsync(id)).ShouldNotBeNull();
    }

    [Fact]
    public async Task the_sweep_puts_lost_rows_of_what_has_ended_back_before_it_is_left_alone()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        await sut.RunAsync(id);
        await sut.LoseLookupRowsAsync(id);

        sut.Time.Advance(sut.Times.WatchAfterEnd + TimeSpan.FromMinutes(1));
        await sut.Get<ISweep>().RunAsync(CancellationToken.None);

        await ShouldBeFoundAsync(sut, await sut.RowAsync(id));
    }

    [Fact]
    public async Task what_an_earlier_version_accepted_is_found_after_the_next_look_at_it()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: false);
        var id = await sut.RefundAsync();
        await sut.LoseLookupRowsAsync(id);
        await AsAnEarlierVersionWroteItAsync(sut, id);

        await sut.RunAsync(id);

        var row = await sut.RowAsync(id);
        row.Metadata.ShouldBeEmpty();
        await ShouldBeFoundAsync(sut, row);
    }

    [Fact]
    public async Task columns_of_a_newer_version_survive()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        var row = await sut.RowAsync(id);
        var newer = OperationRowMapper.ToEntity(row);
        newer["fromTheFuture"] = "kept";
        await sut.Tables.Operations.UpdateEntityAsync(newer, row.ETag, Azure.Data.Tables.TableUpdateMode.Replace);

        await sut.RunAsync(id);

        (await sut.RowAsync(id)).Unknown["fromTheFuture"].ShouldBe("kept");
    }

    private static async Task AsAnEarlierVersionWroteItAsync(World sut, OperationId id)
    {
        var row = await sut.RowAsync(id);
        var entity = OperationRowMapper.ToEntity(row);
        entity.Remove("foundBy");
        entity.Remove("metadata");
        await sut.Tables.Operations.UpdateEntityAsync(entity, row.ETag, Azure.Data.Tables.TableUpdateMode.Replace);
    }

    private static async Task ShouldBeFoundAsync(World sut, OperationRow row)
    {
        (await sut.FindAsync(new() { InvoiceNo = row.InvoiceNo })).ShouldContain(row.Id);
        (await sut.FindAsync(new() { Amount = row.Amount })).ShouldContain(row.Id);
        foreach (var (key, value) in row.Metadata)
            (await sut.FindAsync(Searching.ByMetadata((key, value)))).ShouldBe([row.Id]);
        foreach (var reference in LookupKeys.ReferencesOf(row))
            (await sut.FindAsync(new() { Reference = reference })).ShouldContain(row.Id);
        if (row.NeedsReview)
            (await sut.FindAsync(new() { NeedsReview = true })).ShouldContain(row.Id);
    }

    private static Task<bool> DiesAsync(World sut, AcceptCommand command, int write, bool beforeIt) =>
        DiesAsync(sut, () => sut.AcceptAsync(command), write, beforeIt);

    private static async Task<bool> DiesAsync(World sut, Func<Task> work, int write, bool beforeIt)
    {
        var seen = 0;
        var isDead = false;
        void Die(Azure.Core.Request request)
        {
            // What a dead process had begun side by side ends as well: nothing leaves it any more.
            if (isDead || (request.IsWrite() && Interlocked.Increment(ref seen) == write))
            {
                isDead = true;
                throw new ProcessDiedException();
            }
        }

        if (beforeIt)
            sut.Storage.Before = Die;
        else
            sut.Storage.After = Die;
        try
        {
            await work();
        }
        catch (ProcessDiedException)
        {
            // As planned.
        }

        (sut.Storage.Before, sut.Storage.After) = (_ => { }, _ => { });
        return isDead;
    }
}
