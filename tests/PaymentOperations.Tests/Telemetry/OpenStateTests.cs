using System.Diagnostics.Metrics;
using Azure.Storage.Queues;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using Testing.Telemetry;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Telemetry;

/// <summary>What the sweep reports of everything that is open.</summary>
public sealed class OpenStateTests(LedgerStorage storage)
{
    [Fact]
    public async Task before_the_first_sweep_nothing_is_reported_and_with_nothing_open_zero_is()
    {
        await using var sut = await World.StartAloneAsync(storage);
        using var metrics = new MetricRecorder(sut.Get<IMeterFactory>());
        _ = sut.Get<ISweep>();

        var before = metrics.Read(OperationMetricNames.NeedsReview);
        await SweepAsync(sut);

        before.ShouldBeEmpty();
        Value(metrics, OperationMetricNames.OutstandingOldestAge).ShouldBe(0);
        Value(metrics, OperationMetricNames.NeedsReview).ShouldBe(0);
        metrics
            .Read(OperationMetricNames.PoisonMessages)
            .Select(one => (one.Tags, one.Value))
            .ShouldBe([
                ("queue=refunds-poison", 0),
                ("queue=settlements-poison", 0),
                ("queue=webhooks-poison", 0),
                ("queue=reconciliations-poison", 0),
            ]);
    }

    [Fact]
    public async Task the_age_is_that_of_the_oldest_operation_and_grows_until_it_is_done()
    {
        await using var sut = await World.StartAloneAsync(storage);
        using var metrics = new MetricRecorder(sut.Get<IMeterFactory>());
        sut.AddPayment();
        sut.AddPayment("INV-2");
        var oldest = await sut.RefundAsync();
        sut.Time.Advance(TimeSpan.FromMinutes(10));
        var younger = await sut.RefundAsync(invoiceNo: "INV-2");
        sut.Time.Advance(TimeSpan.FromMinutes(6));

        await SweepAsync(sut);
        sut.Time.Advance(TimeSpan.FromMinutes(1));
        var whileOpen = Value(metrics, OperationMetricNames.OutstandingOldestAge);
        await sut.RunAsync(oldest);
        await SweepAsync(sut);
        var afterOne = Value(metrics, OperationMetricNames.OutstandingOldestAge);
        await sut.RunAsync(younger, "INV-2");
        await SweepAsync(sut);

        whileOpen.ShouldBe(17 * 60, 0.01);
        afterOne.ShouldBe(7 * 60, 0.01);
        Value(metrics, OperationMetricNames.OutstandingOldestAge).ShouldBe(0);
    }

    [Fact]
    public async Task what_2c2p_calls_pending_is_not_ours_to_bring_to_an_end()
    {
        await using var sut = await World.StartAloneAsync(storage);
        using var metrics = new MetricRecorder(sut.Get<IMeterFactory>());
        sut.AddPayment(isCard: false);
        var id = await sut.RefundAsync();
        await sut.RunAsync(id);
        sut.Time.Advance(TimeSpan.FromHours(3));

        await SweepAsync(sut);

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Pending);
        Value(metrics, OperationMetricNames.OutstandingOldestAge).ShouldBe(0);
        Value(metrics, OperationMetricNames.NeedsReview).ShouldBe(0);
    }

    [Fact]
    public async Task what_waits_for_a_person_is_counted_and_has_no_age()
    {
        await using var sut = await World.StartAloneAsync(storage);
        using var metrics = new MetricRecorder(sut.Get<IMeterFactory>());
        sut.AddPayment();
        sut.Gateway.Always(ProcessType.Refund, _ => Answers.Lost);
        var id = await sut.RefundAsync();
        await sut.RunForAsync(id, TimeSpan.FromMinutes(30));

        await SweepAsync(sut);

        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
        Value(metrics, OperationMetricNames.NeedsReview).ShouldBe(1);
        Value(metrics, OperationMetricNames.OutstandingOldestAge).ShouldBe(0);
    }

    [Fact]
    public async Task messages_in_poison_queues_are_counted_by_queue()
    {
        await using var sut = await World.StartAloneAsync(storage);
        using var metrics = new MetricRecorder(sut.Get<IMeterFactory>());
        await sut.Get<QueueServiceClient>().GetQueueClient("settlements-poison").SendMessageAsync("{}");

        await SweepAsync(sut);

        metrics
            .Read(OperationMetricNames.PoisonMessages)
            .Select(one => (one.Tags, one.Value))
            .ShouldBe([
                ("queue=refunds-poison", 0),
                ("queue=settlements-poison", 1),
                ("queue=webhooks-poison", 0),
                ("queue=reconciliations-poison", 0),
            ]);
    }

    [Fact]
    public async Task an_instance_that_sweeps_no_more_reports_no_more()
    {
        await using var sut = await World.StartAloneAsync(storage);
        using var metrics = new MetricRecorder(sut.Get<IMeterFactory>());
        await SweepAsync(sut);

        sut.Time.Advance(TimeSpan.FromMinutes(5));
        var stillTold = metrics.Read(OperationMetricNames.NeedsReview);
        sut.Time.Advance(TimeSpan.FromSeconds(1));

        stillTold.Count.ShouldBe(1);
        metrics.Read(OperationMetricNames.NeedsReview).ShouldBeEmpty();
    }

    [Fact]
    public async Task what_cannot_be_counted_keeps_nobody_from_sweeping()
    {
        await using var sut = await World.StartAloneAsync(storage);
        using var metrics = new MetricRecorder(sut.Get<IMeterFactory>());
        sut.AddPayment();
        await sut.RefundAsync();
        sut.Time.Advance(sut.Times.FirstCheck);
        sut.Wire.Before = request =>
        {
            if (request.IsOn("refunds-poison"))
                throw new IOException("no network");
        };

        await SweepAsync(sut);

        metrics.Read(OperationMetricNames.NeedsReview).ShouldBeEmpty();
        sut.Pointers.Count.ShouldBe(2);
    }

    private static Task SweepAsync(World world) => world.Get<ISweep>().RunAsync(CancellationToken.None);

    private static double Value(MetricRecorder metrics, string gauge) => metrics.Read(gauge).ShouldHaveSingleItem().Value;
}
