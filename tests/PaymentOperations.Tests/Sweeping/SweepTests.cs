using System.Collections.Concurrent;
using Azure.Storage.Queues;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using Testing;
using TwoC2P;

namespace PaymentOperations.Tests.Sweeping;

public sealed class SweepTests(LedgerStorage storage)
{
    [Fact]
    [TransitionRow("T2")]
    public async Task an_announced_operation_that_never_came_is_abandoned_after_ten_minutes_and_its_key_makes_another()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var command = sut.Command(key: "k");
        sut.Storage.Before = request =>
        {
            if (request.IsTransaction())
                throw new ProcessDiedException();
        };
        await Should.ThrowAsync<ProcessDiedException>(() => sut.AcceptAsync(command));
        sut.Storage.Before = _ => { };
        var lost = OperationId.Parse(sut.Pointers.ShouldHaveSingleItem().Message.OperationId);
        sut.Time.Advance(TimeSpan.FromMinutes(9));
        await sut.Get<ISweep>().RunAsync(CancellationToken.None);
        var before = await sut.OutstandingAsync(lost);

        sut.Time.Advance(TimeSpan.FromMinutes(2));
        await sut.Get<ISweep>().RunAsync(CancellationToken.None);
        var seen = await sut.Reader.FindAsync(sut.Merchant.Id, lost, CancellationToken.None);
        var repeat = (await sut.AcceptAsync(command)).ShouldBeOfType<AcceptResult.Accepted>();

        before.ShouldNotBeNull();
        (await sut.OutstandingAsync(lost)).ShouldBeNull();
        (await sut.IndexedAsync(lost)).ShouldBeNull();
        (await sut.RowAsync(lost)).IsTombstone.ShouldBeTrue();
        seen.ShouldBeNull();
        repeat.Operation.Id.ShouldNotBe(lost);
        (
            await sut.Reader.ListByInvoiceAsync(sut.Merchant.Id, new(command.InvoiceNo), CancellationToken.None)
        ).Items.Count.ShouldBe(1);
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(10m));
    }

    [Fact]
    [TransitionRow("T2")]
    public async Task a_tombstone_decides_against_an_accept_that_was_late()
    {
        await using var sut = await World.StartAloneAsync(
            storage,
            times =>
            {
                times.AcceptDeadline = TimeSpan.FromHours(1);
                times.AbandonAfter = TimeSpan.FromHours(2);
            }
        );
        // The start refuses such times; a clock that is far ahead amounts to the same.
        sut.Times.AbandonAfter = TimeSpan.FromMinutes(10);
        sut.AddPayment();
        var wasSwept = false;
        sut.Storage.Before = request =>
        {
            if (wasSwept || !request.IsTransaction())
                return;

            wasSwept = true;
            sut.Time.Advance(TimeSpan.FromMinutes(11));
            sut.Get<ISweep>().RunAsync(CancellationToken.None).GetAwaiter().GetResult();
        };

        var accepted = (await sut.AcceptAsync(sut.Command())).ShouldBeOfType<AcceptResult.Accepted>();

        var abandoned = OperationId.Parse(sut.Pointers[0].Message.OperationId);
        accepted.Operation.Id.ShouldNotBe(abandoned);
        (await sut.RowAsync(abandoned)).IsTombstone.ShouldBeTrue();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(10m));
    }

    [Fact]
    public async Task every_lost_pointer_is_made_anew_and_the_next_sweep_waits()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Time.Advance(sut.Times.FirstCheck);

        await sut.Get<ISweep>().RunAsync(CancellationToken.None);
        await sut.Get<ISweep>().RunAsync(CancellationToken.None);

        sut.Pointers.Count.ShouldBe(2);
        sut.Pointers[1].Message.OperationId.ShouldBe(id.ToString());
        (await sut.OutstandingAsync(id))
            .ShouldNotBeNull()
            .GetDateTimeOffset("nextCheckAt")
            .ShouldBe(sut.Time.GetUtcNow() + sut.Times.SweepPause);
    }

    [Fact]
    public async Task a_run_that_died_after_its_last_write_leaves_hints_that_the_sweep_repairs()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Storage.Before = request =>
        {
            if (request.IsWrite() && request.IsOn("index"))
                throw new ProcessDiedException();
        };
        await Should.ThrowAsync<ProcessDiedException>(() => sut.RunAsync(id));
        sut.Storage.Before = _ => { };
        var before = await sut.OutstandingAsync(id);
        sut.Time.Advance(TimeSpan.FromMinutes(5));

        await sut.Get<ISweep>().RunAsync(CancellationToken.None);

        await sut.RunAsync(id);

        before.ShouldNotBeNull();
        (await sut.OutstandingAsync(id)).ShouldNotBeNull().GetString("status").ShouldBe(nameof(OperationStatus.Succeeded));
        (await sut.IndexedAsync(id)).ShouldNotBeNull().GetString("status").ShouldBe(nameof(OperationStatus.Succeeded));
    }

    [Fact]
    public async Task the_queues_are_looked_at_once_for_a_hundred_pointers_and_not_at_all_for_none()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var looks = new ConcurrentQueue<string>();
        sut.Storage.Before = request =>
        {
            if (!request.IsWrite() && request.Uri.Query.Contains("peekonly", StringComparison.Ordinal))
                looks.Enqueue(request.Uri.Path);
        };
        await sut.Get<ISweep>().RunAsync(CancellationToken.None);
        var idle = looks.Count;
        for (var i = 0; i < 5; i++)
            await sut.RefundAsync();
        sut.Time.Advance(TimeSpan.FromMinutes(11));
        var before = sut.Pointers.Count;

        await sut.Get<ISweep>().RunAsync(CancellationToken.None);

        (sut.Pointers.Count - before).ShouldBe(5);
        idle.ShouldBe(0);
        looks.Count.ShouldBe(2);
    }

    [Fact]
    public async Task a_sweep_that_fills_the_queue_waits_until_workers_have_emptied_it()
    {
        await using var sut = await World.StartAloneAsync(storage);
        await AddDueAsync(sut, 150);

        var sweep = sut.Get<ISweep>().RunAsync(CancellationToken.None);
        await Eventually.IsTrueAsync(() => sut.Pointers.Count == 100);
        await sut.Get<QueueServiceClient>().GetQueueClient(StorageLayout.RefundsQueue).ClearMessagesAsync();
        await sut.AsTimePassesAsync(DoneAsync(sweep));

        sut.Pointers.Select(pointer => pointer.Message.OperationId).Distinct().Count().ShouldBe(150);
    }

    [Fact]
    public async Task a_sweep_that_waits_for_workers_in_vain_leaves_the_rest_to_the_next_one()
    {
        await using var sut = await World.StartAloneAsync(storage);
        await AddDueAsync(sut, 150);

        await sut.AsTimePassesAsync(DoneAsync(sut.Get<ISweep>().RunAsync(CancellationToken.None)));
        var first = sut.Pointers.Count;
        await sut.Get<ISweep>().RunAsync(CancellationToken.None);
        var second = sut.Pointers.Count;
        await sut.Get<QueueServiceClient>().GetQueueClient(StorageLayout.RefundsQueue).ClearMessagesAsync();
        await sut.Get<ISweep>().RunAsync(CancellationToken.None);

        (first, second).ShouldBe((100, 100));
        sut.Pointers.Select(pointer => pointer.Message.OperationId).Distinct().Count().ShouldBe(150);
    }

    private static async Task AddDueAsync(World sut, int count)
    {
        var rows = await sut.SeedAsync(count, (row, _) => row with { Status = OperationStatus.Accepted });
        await Parallel.ForEachAsync(
            rows,
            async (row, cancellationToken) =>
                await sut.Get<OpenOperations>().AddAsync(OperationHint.Of(row), sut.Time.GetUtcNow(), cancellationToken)
        );
    }

    private static async Task<bool> DoneAsync(Task task)
    {
        await task;
        return true;
    }
}
