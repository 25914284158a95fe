using PaymentOperations.Reconciliation;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Reconciliation;

public sealed class StartTests(LedgerStorage storage)
{
    private DateTimeOffset _waked;

    [Fact]
    public async Task the_day_is_started_once_at_its_hour()
    {
        await using var sut = World.Start(storage);
        sut.Reconciliation().Hour = 11;
        await sut.Get<IReconciler>().StartDueAsync(CancellationToken.None);
        (await FindAsync(sut)).ShouldBeNull();
        sut.Time.Advance(TimeSpan.FromHours(2));

        await sut.Get<IReconciler>().StartDueAsync(CancellationToken.None);
        await sut.GoOnAsync(sut.Today());
        await sut.Get<IReconciler>().StartDueAsync(CancellationToken.None);

        (await FindAsync(sut)).ShouldNotBeNull().Number.ShouldBe(1);
        (await sut.ReportAsync(sut.Today())).ShouldBeEmpty();
    }

    [Fact]
    public async Task what_somebody_started_before_the_hour_is_not_the_days_own()
    {
        await using var sut = World.Start(storage);
        sut.Reconciliation().Hour = 11;
        await sut.ReconcileAsync();
        sut.Time.Advance(TimeSpan.FromHours(1));

        await sut.Get<IReconciler>().StartDueAsync(CancellationToken.None);
        await sut.GoOnAsync(sut.Today());
        await sut.Get<IReconciler>().StartDueAsync(CancellationToken.None);

        (await FindAsync(sut)).ShouldNotBeNull().Number.ShouldBe(2);
    }

    [Fact]
    public async Task a_run_is_answered_while_it_runs_and_begun_anew_after()
    {
        await using var sut = World.Start(storage);
        var starts = sut.Get<IReconciliations>();
        var first = await starts.StartAsync(sut.Merchant, sut.Today(), CancellationToken.None);
        sut.Time.Advance(TimeSpan.FromMinutes(1));

        (await starts.StartAsync(sut.Merchant, sut.Today(), CancellationToken.None)).StartedAt.ShouldBe(first.StartedAt);

        await sut.GoOnAsync(sut.Today());
        var second = await starts.StartAsync(sut.Merchant, sut.Today(), CancellationToken.None);
        (second.Number, second.State).ShouldBe((2, ReconciliationState.Running));
    }

    [Fact]
    public async Task twenty_who_start_at_once_start_one()
    {
        await using var sut = World.Start(storage);

        var runs = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ => sut.Get<IReconciliations>().StartAsync(sut.Merchant, sut.Today(), CancellationToken.None))
        );

        runs.ShouldAllBe(run => run.Number == 1);
    }

    [Fact]
    public async Task a_run_that_nobody_is_at_is_waked_by_the_timer()
    {
        await using var sut = World.Start(storage);
        await sut.Get<IReconciliations>().StartAsync(sut.Merchant, sut.Today(), CancellationToken.None);
        sut.Queued = request =>
        {
            if (request.IsOn("reconciliations/"))
                _waked = sut.Time.GetUtcNow();
        };
        await sut.Get<IReconciler>().StartDueAsync(CancellationToken.None);
        _waked.ShouldBe(default);
        sut.Time.Advance(sut.Reconciliation().WakeAfter);

        await sut.Get<IReconciler>().StartDueAsync(CancellationToken.None);

        _waked.ShouldBe(sut.Time.GetUtcNow());
    }

    [Fact]
    public async Task one_that_does_not_come_to_its_end_is_told_to_people()
    {
        await using var sut = World.Start(storage);
        var logger = new ListLogger<Reconciler>();
        await sut.Get<IReconciliations>().StartAsync(sut.Merchant, sut.Today(), CancellationToken.None);
        sut.Time.Advance(TimeSpan.FromHours(5));
        await Logging(sut, logger).StartDueAsync(CancellationToken.None);
        logger.Lines.ShouldBeEmpty();
        sut.Time.Advance(TimeSpan.FromHours(1));

        await Logging(sut, logger).StartDueAsync(CancellationToken.None);

        logger.Lines.ShouldHaveSingleItem().ShouldStartWith("2705 ");
    }

    [Fact]
    public async Task differences_are_told_to_people_before_the_report_is_said_to_be_whole()
    {
        await using var sut = World.Start(storage);
        var logger = new ListLogger<Reconciler>();
        var payment = sut.AddPayment();
        await sut.DoneRefundAsync();
        payment.Refunds.Clear();
        await sut.Get<IReconciliations>().StartAsync(sut.Merchant, sut.Today(), CancellationToken.None);
        var reconciler = Logging(sut, logger);

        while (await sut.RunRowAsync() is { IsFinished: false } row)
            await reconciler.RunAsync(ReconciledWorld.PointerTo(row), CancellationToken.None);

        logger.Lines.ShouldHaveSingleItem().ShouldStartWith("2700 ");
        logger.Lines[0].ShouldContain("1 difference(s)");
    }

    [Fact]
    public async Task a_merchant_that_is_not_configured_is_left_alone_with_a_word()
    {
        await using var sut = World.Start(storage);
        var logger = new ListLogger<Reconciler>();

        await Logging(sut, logger).RunAsync(new("GONE", "20261123", 1, 0), CancellationToken.None);

        logger.Lines.ShouldHaveSingleItem().ShouldStartWith("2704 ");
    }

    [Fact]
    public void settings_that_do_not_hold_together_are_refused()
    {
        new ReconciliationSettings().Problems().ShouldBeEmpty();
        var wrong = new ReconciliationSettings
        {
            Hour = 24,
            InvoicesPerSlice = 99,
            AtOnce = 0,
            Readings = 0,
            KeptDays = 0,
            Pace = TimeSpan.FromHours(1),
            Claim = TimeSpan.FromSeconds(60),
            Patience = TimeSpan.FromDays(2),
            WakeAfter = TimeSpan.Zero,
        };
        wrong.Problems().Count().ShouldBe(9);
    }

    private static Task<ReconciliationRun?> FindAsync(World world) =>
        world.Get<IReconciliations>().FindAsync(world.Merchant.Id, world.Today(), CancellationToken.None);

    private static Reconciler Logging(World world, ListLogger<Reconciler> logger) =>
        new(
            new FixedMerchants(world.Merchant),
            world.Get<ReconciliationRows>(),
            world.Get<ReconciliationStart>(),
            world.Get<SliceReader>(),
            world.Get<ReportBlobs>(),
            world.Get<ReconciliationQueue>(),
            world.Get<DifferenceEvents>(),
            world.Get<ReconciliationMetrics>(),
            world.Reconciliation(),
            world.Times,
            world.Time,
            logger
        );
}
