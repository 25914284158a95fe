using System.Diagnostics.Metrics;
using Azure.Core;
using PaymentOperations.Reconciliation;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using Testing.Telemetry;
using TwoC2P;

namespace PaymentOperations.Tests.Reconciliation;

/// <summary>Whatever dies wherever, the report is the one that an undisturbed run makes.</summary>
public sealed class ResumeTests(LedgerStorage storage)
{
    private const int Invoices = 10;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task a_process_that_dies_at_any_write_leaves_what_the_next_one_ends(bool afterStorageTookIt)
    {
        await using var sut = await PlantAsync();
        var whole = await sut.ReconcileAsync();
        whole.Count.ShouldBe(Invoices * 3 + 1);
        var deaths = 0;
        while (await DiesAsync(sut, deaths + 1, afterStorageTookIt))
        {
            deaths++;
            await sut.Get<IReconciliations>().StartAsync(sut.Merchant, sut.Today(), CancellationToken.None);
            await sut.GoOnAsync(sut.Today());
            (await sut.ReportAsync(sut.Today())).ShouldBe(whole, $"died at write {deaths}");
            (await sut.RunRowAsync()).Invoices.ShouldBe(Invoices);
        }

        // Claims, blocks, pointers and commits of the slices, the report's own, and the clearing.
        deaths.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task a_process_that_dies_while_it_tells_of_a_difference_tells_it_once(bool afterStorageTookIt)
    {
        var deaths = 0;
        while (true)
        {
            await using var sut = World.Start(storage);
            sut.AddPayment();
            var planted = new PlantedLedger(sut);
            planted.Add("INV-1", refunds: 1);
            await planted.WriteAsync();
            sut.Gateway.PaymentOf("INV-1").Refunds.Clear();
            if (!await DiesAsync(sut, deaths + 1, afterStorageTookIt))
                break;

            deaths++;
            await sut.Get<IReconciliations>().StartAsync(sut.Merchant, sut.Today(), CancellationToken.None);
            await sut.GoOnAsync(sut.Today());
            (await sut.ReportAsync(sut.Today())).ShouldContainSingle(Finding.MissingThere);
            var partition = TableKey.Invoice(sut.Merchant.Id, InvoiceNo.Parse("INV-1"));
            var told = await sut.Get<EventLedger>().ReadAsync(partition, 1, 10, CancellationToken.None);
            told.ShouldHaveSingleItem($"died at write {deaths}").Event.Order.ShouldBe(1);
        }

        deaths.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task a_worker_that_lost_its_claim_adds_nothing()
    {
        await using var sut = await PlantAsync();
        var whole = await sut.ReconcileAsync();
        await sut.Get<IReconciliations>().StartAsync(sut.Merchant, sut.Today(), CancellationToken.None);
        var row = await sut.RunRowAsync();
        var isSlow = true;
        sut.Storage.Before = request =>
        {
            // The slow one is about to stage its block when another has done the slice and the next.
            if (!isSlow || !request.Uri.Query.Contains("comp=block", StringComparison.Ordinal))
                return;
            isSlow = false;
            sut.Time.Advance(sut.Reconciliation().Claim + sut.Times.Skew);
            sut.SliceAsync(row).GetAwaiter().GetResult();
            sut.SliceAsync(sut.RunRowAsync().GetAwaiter().GetResult()).GetAwaiter().GetResult();
        };

        await sut.SliceAsync(row);
        sut.Storage.Before = _ => { };
        (await sut.RunRowAsync()).Slice.ShouldBe(2);
        await sut.GoOnAsync(sut.Today());

        (await sut.ReportAsync(sut.Today())).ShouldBe(whole);
    }

    [Fact]
    public async Task a_host_that_stops_keeps_what_was_found()
    {
        await using var sut = await PlantAsync();
        var whole = await sut.ReconcileAsync();
        sut.Reconciliation().AtOnce = 1;
        await sut.Get<IReconciliations>().StartAsync(sut.Merchant, sut.Today(), CancellationToken.None);
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();

        await sut.SliceAsync(await sut.RunRowAsync(), stopping.Token);

        (await sut.RunRowAsync()).Invoices.ShouldBe(1);
        await sut.GoOnAsync(sut.Today());
        (await sut.ReportAsync(sut.Today())).ShouldBe(whole);
    }

    [Fact]
    public async Task a_pointer_that_comes_twice_or_too_late_does_nothing()
    {
        await using var sut = await PlantAsync();
        await sut.Get<IReconciliations>().StartAsync(sut.Merchant, sut.Today(), CancellationToken.None);
        var first = await sut.RunRowAsync();
        await sut.SliceAsync(first);
        var second = await sut.RunRowAsync();

        await sut.SliceAsync(first);
        await sut.Get<IReconciler>()
            .RunAsync(ReconciledWorld.PointerTo(second) with { Slice = 7 }, TestContext.Current.CancellationToken);

        (await sut.RunRowAsync()).ETag.ShouldBe(second.ETag);
    }

    [Fact]
    public async Task every_line_is_counted_once()
    {
        await using var sut = await PlantAsync();
        using var metrics = new MetricRecorder(sut.Get<IMeterFactory>());

        await sut.ReconcileAsync();

        metrics
            .Of(OperationMetricNames.ReconciliationFindings)
            .GroupBy(one => one.Tags, one => one.Value)
            .ToDictionary(found => found.Key, found => found.Sum())
            .ShouldBe(
                new Dictionary<string, double> { ["finding=agree"] = Invoices * 3, ["finding=missing_here"] = 1 },
                ignoreOrder: true
            );
    }

    private async Task<World> PlantAsync()
    {
        var world = World.Start(storage);
        world.Reconciliation().InvoicesPerSlice = 9;
        var planted = new PlantedLedger(world);
        for (var i = 0; i < Invoices; i++)
            planted.Add($"INV-{i}", refunds: 3);
        await planted.WriteAsync();
        world.Gateway.PaymentOf("INV-3").Refunds.Add(new GatewayRefund("P1", Money.FromAmount(5m), "RF"));
        return world;
    }

    /// <summary>Whether a run that dies at this write got so far.</summary>
    private static async Task<bool> DiesAsync(World world, int write, bool afterStorageTookIt)
    {
        var writes = 0;
        void Die(Request request)
        {
            if (request.IsWrite() && Interlocked.Increment(ref writes) == write)
                throw new ProcessDiedException();
        }

        if (afterStorageTookIt)
            world.Storage.After = Die;
        else
            world.Storage.Before = Die;
        try
        {
            await world.ReconcileAsync();
            return false;
        }
        catch (ProcessDiedException)
        {
            return true;
        }
        finally
        {
            world.Storage.Before = world.Storage.After = _ => { };
        }
    }
}
