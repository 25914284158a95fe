using System.Diagnostics.Metrics;
using PaymentOperations.Notifications;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using Testing.Telemetry;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Telemetry;

public sealed class OperationMetricsTests(LedgerStorage storage)
{
    private static readonly PaymentProcessResponse _says = Answers.Response(
        "R",
        "INV-1",
        "00",
        "RF",
        Money.FromAmount(10m),
        "9001"
    );

    [Fact]
    public async Task an_operation_is_counted_once_however_often_its_request_is_repeated()
    {
        await using var sut = World.Start(storage);
        using var metrics = Record(sut);
        sut.AddPayment();
        var command = sut.Command();

        await sut.AcceptAsync(command);
        await sut.AcceptAsync(command);
        await sut.AcceptAsync(sut.Command(amount: 500m));

        metrics.TagsOf(OperationMetricNames.Accepted).ShouldBe(["kind=refund"]);
        metrics.Of(OperationMetricNames.Accepted)[0].Unit.ShouldBe("{operation}");
    }

    [Fact]
    public async Task an_accept_whose_commit_was_answered_too_late_is_counted_too()
    {
        await using var sut = World.Start(storage);
        using var metrics = Record(sut);
        sut.AddPayment();
        LoseOneAnswer(sut);

        var result = await sut.AcceptAsync(sut.Command());

        result.ShouldBeOfType<AcceptResult.Accepted>().Replayed.ShouldBeFalse();
        metrics.TagsOf(OperationMetricNames.Accepted).ShouldBe(["kind=refund"]);
    }

    [Fact]
    public async Task an_end_is_counted_once_with_its_duration_and_later_runs_add_nothing()
    {
        await using var sut = World.Start(storage);
        using var metrics = Record(sut);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Time.Advance(TimeSpan.FromSeconds(7));

        await sut.RunAsync(id);
        await sut.RunAsync(id);
        await sut.AddLateAnswerAsync(id, _says);
        await sut.RunAsync(id);

        metrics.TagsOf(OperationMetricNames.Completed).ShouldBe(["kind=refund outcome=succeeded"]);
        metrics
            .Of(OperationMetricNames.Duration)
            .ShouldBe([new RecordedMeasurement(OperationMetricNames.Duration, "s", 7, "kind=refund outcome=succeeded")]);
    }

    [Fact]
    public async Task an_end_whose_commit_was_answered_too_late_is_counted_once()
    {
        await using var sut = World.Start(storage);
        using var metrics = Record(sut);
        sut.AddPayment(status: "A");
        var id = await sut.SettlementAsync();
        sut.Gateway.Next(
            ProcessType.Settlement,
            request =>
            {
                LoseOneAnswer(sut);
                return Answers.Refused(request, "31");
            }
        );

        await sut.RunAsync(id);

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Failed);
        metrics.TagsOf(OperationMetricNames.Completed).ShouldBe(["kind=settlement outcome=failed"]);
    }

    [Fact]
    public async Task what_is_only_pending_or_unknown_is_not_counted_as_an_end()
    {
        await using var sut = World.Start(storage);
        using var metrics = Record(sut);
        sut.AddPayment(isCard: false);
        sut.AddPayment("INV-2");
        var pending = await sut.RefundAsync();
        var unknown = await sut.RefundAsync(invoiceNo: "INV-2");

        await sut.RunAsync(pending);
        sut.Gateway.LoseAnswerOfNext(ProcessType.Refund);
        await sut.RunAsync(unknown, "INV-2");

        (await sut.RowAsync(pending)).Status.ShouldBe(OperationStatus.Pending);
        (await sut.RowAsync(unknown, "INV-2")).Status.ShouldBe(OperationStatus.Unknown);
        metrics.Of(OperationMetricNames.Completed).ShouldBeEmpty();
    }

    [Fact]
    public async Task every_callback_is_counted_by_what_became_of_it()
    {
        await using var sut = World.Start(storage);
        using var metrics = Record(sut);
        sut.AddPayment(isCard: false);
        var id = (await sut.RefundAsync()).ToString();
        await sut.RunAsync(OperationId.Parse(id));

        await sut.CallbackAsync(id, _says);
        await sut.RunAsync(OperationId.Parse(id));
        await sut.CallbackAsync(id, _says);
        await sut.CallbackAsync("<script>", _says);
        await ReceiveAsync(sut, sut.Merchant.Id.Text, id, new NotificationOutcome.Unverified());
        await ReceiveAsync(sut, sut.Merchant.Id.Text, id, new NotificationOutcome.Unreadable());
        await ReceiveAsync(sut, "4111111111111111", id, new NotificationOutcome.Unreadable());
        sut.Wire.Before = request =>
        {
            if (request.IsOn("inbox"))
                throw new IOException("no network");
        };
        await sut.CallbackAsync(id, _says);

        metrics
            .TagsOf(OperationMetricNames.CallbackReceived)
            .ShouldBe([
                "result=stored",
                "result=repeated",
                "result=quarantined",
                "result=unverified",
                "result=unreadable",
                "result=unknown_merchant",
                "result=unavailable",
            ]);
    }

    private static MetricRecorder Record(World world) => new(world.Get<IMeterFactory>());

    private static Task<NotificationResult> ReceiveAsync(World world, string merchantId, string id, NotificationOutcome outcome)
    {
        world.Notifications.Next = outcome;
        return world.Get<INotificationIntake>().ReceiveAsync(merchantId, id, new byte[] { 1 }, CancellationToken.None);
    }

    /// <summary>The next ledger transaction is committed, but its answer is lost; the SDK tries again and meets its own commit.</summary>
    private static void LoseOneAnswer(World world)
    {
        var isLost = false;
        world.Wire.After = request =>
        {
            if (isLost || !request.IsTransaction())
                return;

            isLost = true;
            throw new IOException("no network");
        };
    }
}
