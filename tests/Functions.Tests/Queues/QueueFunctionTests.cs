using System.Text.Json;
using Functions.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using PaymentGateway.Queues;
using PaymentGateway.Timers;
using PaymentOperations.Operations;
using PaymentOperations.Reconciliation;

namespace Functions.Tests.Queues;

public sealed class QueueFunctionTests : IDisposable
{
    private readonly RecordedLogs logs = new();
    private readonly RecordingRunner runner = new();
    private readonly ILoggerFactory loggers;
    private readonly MessageReader reader;

    public QueueFunctionTests()
    {
        loggers = LoggerFactory.Create(logging => logging.AddProvider(logs));
        reader = new(loggers.CreateLogger<MessageReader>());
    }

    [Fact]
    public async Task a_pointer_in_the_refunds_queue_is_run()
    {
        var sut = new RunRefunds(reader, runner);

        await sut.RunAsync(
            $$"""{"merchantId":"JT01","invoiceNo":"ใบ/1","operationId":"{{Sample.Id}}","repeat":2,"traceParent":"00-a-b-01"}""",
            CancellationToken.None
        );

        runner.Runs.ShouldBe([(new("JT01", "ใบ/1", Sample.Id, 2, "00-a-b-01"), "refunds queue")]);
    }

    [Fact]
    public async Task a_pointer_in_the_settlements_queue_is_run()
    {
        var sut = new RunSettlements(reader, runner);
        var written = JsonSerializer.Serialize(new OperationMessage("JT01", "I", Sample.Id), JsonSerializerOptions.Web);

        await sut.RunAsync(written, CancellationToken.None);

        runner.Runs.ShouldBe([(new("JT01", "I", Sample.Id), "settlements queue")]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("4111111111111111 is not JSON")]
    [InlineData("""{"merchantId":"JT01","invoiceNo":"I"}""")]
    [InlineData("""{"merchantId":"JT01","invoiceNo":null,"operationId":"4111111111111111"}""")]
    [InlineData("""{"merchantId":1,"invoiceNo":"I","operationId":"4111111111111111"}""")]
    public async Task a_message_that_is_not_ours_goes_back_to_the_host_and_is_not_repeated_in_a_log(string message)
    {
        var sut = new RunRefunds(reader, runner);

        var exception = await Should.ThrowAsync<UnreadableMessageException>(() => sut.RunAsync(message, CancellationToken.None));

        runner.Runs.ShouldBeEmpty();
        exception.ToString().ShouldNotContain("4111");
        logs.Lines.ShouldHaveSingleItem().ShouldNotContain("4111");
    }

    [Fact]
    public async Task a_pointer_in_the_reconciliations_queue_is_taken()
    {
        var reconciler = new RecordingReconciler();

        await new RunReconciliations(reader, reconciler).RunAsync(
            """{"merchantId":"JT01","date":"20261123","number":2,"slice":7}""",
            CancellationToken.None
        );
        await new Reconcile(reconciler).RunAsync(new TimerInfo(), CancellationToken.None);

        reconciler.Runs.ShouldBe([new("JT01", "20261123", 2, 7)]);
        reconciler.Starts.ShouldBe(1);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"merchantId":"JT01","date":"2026-11-23","number":1,"slice":0}""")]
    [InlineData("""{"merchantId":"JT01","date":"20261123","number":0,"slice":0}""")]
    [InlineData("""{"merchantId":"JT01","date":"20261123","number":1,"slice":-1}""")]
    [InlineData("""{"date":"20261123","number":1,"slice":0}""")]
    public async Task a_pointer_to_no_reconciliation_goes_back_to_the_host(string message)
    {
        var reconciler = new RecordingReconciler();
        var sut = new RunReconciliations(reader, reconciler);

        await Should.ThrowAsync<UnreadableMessageException>(() => sut.RunAsync(message, CancellationToken.None));

        reconciler.Runs.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"merchantId":"JT01","invoiceNo":"ใบ/1","repeat":2}""", "ใบ/1", null, 2)]
    [InlineData(
        """{"merchantId":"JT01","redeliveryId":"0198f2a0-0000-7000-8000-000000000009"}""",
        null,
        "0198f2a0-0000-7000-8000-000000000009",
        0
    )]
    public async Task a_pointer_in_the_webhooks_queue_is_delivered(
        string message,
        string? invoiceNo,
        string? redelivery,
        int repeat
    )
    {
        var delivery = new RecordingDelivery();
        var sut = new DeliverEvents(reader, delivery);

        await sut.RunAsync(message, CancellationToken.None);

        delivery.Messages.ShouldBe([new("JT01", invoiceNo, redelivery, repeat)]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"merchantId":"JT01"}""")]
    [InlineData("""{"merchantId":"JT01","invoiceNo":"4111111111111111","redeliveryId":"x"}""")]
    [InlineData("""{"merchantId":null,"invoiceNo":"4111111111111111"}""")]
    public async Task a_message_that_points_to_no_delivery_goes_back_to_the_host(string message)
    {
        var delivery = new RecordingDelivery();
        var sut = new DeliverEvents(reader, delivery);

        await Should.ThrowAsync<UnreadableMessageException>(() => sut.RunAsync(message, CancellationToken.None));

        delivery.Messages.ShouldBeEmpty();
        logs.Lines.ShouldHaveSingleItem().ShouldNotContain("4111");
    }

    [Fact]
    public async Task a_run_that_fails_goes_back_to_the_host()
    {
        var sut = new RunRefunds(reader, runner);
        runner.Failure = new TimeoutException();

        await Should.ThrowAsync<TimeoutException>(() =>
            sut.RunAsync($$"""{"merchantId":"JT01","invoiceNo":"I","operationId":"{{Sample.Id}}"}""", CancellationToken.None)
        );
    }

    [Fact]
    public async Task the_timer_sweeps_once_per_tick()
    {
        var sweep = new RecordingSweep();
        var sut = new Sweep(sweep);

        await sut.RunAsync(new(), CancellationToken.None);

        sweep.Sweeps.ShouldBe(1);
    }

    [Fact]
    public async Task the_timer_empties_the_poison_queues_once_per_tick()
    {
        var collector = new RecordingCollector();
        var sut = new CollectPoison(collector);

        await sut.RunAsync(new(), CancellationToken.None);

        collector.Rounds.ShouldBe(1);
    }

    public void Dispose() => loggers.Dispose();

    private sealed class RecordingReconciler : IReconciler
    {
        public List<ReconciliationMessage> Runs { get; } = [];

        public int Starts { get; private set; }

        public Task StartDueAsync(CancellationToken cancellationToken)
        {
            Starts++;
            return Task.CompletedTask;
        }

        public Task RunAsync(ReconciliationMessage message, CancellationToken cancellationToken)
        {
            Runs.Add(message);
            return Task.CompletedTask;
        }
    }

    private sealed class RecordingRunner : IOperationRunner
    {
        public List<(OperationMessage Message, string Runner)> Runs { get; } = [];

        public Exception? Failure { get; set; }

        public Task RunAsync(OperationMessage message, string runner, CancellationToken cancellationToken)
        {
            if (Failure is not null)
                throw Failure;

            Runs.Add((message, runner));
            return Task.CompletedTask;
        }
    }

    private sealed class RecordingDelivery : IEventDelivery
    {
        public List<DeliveryMessage> Messages { get; } = [];

        public Task RunAsync(DeliveryMessage message, CancellationToken cancellationToken)
        {
            Messages.Add(message);
            return Task.CompletedTask;
        }
    }

    private sealed class RecordingCollector : IPoisonCollector
    {
        public int Rounds { get; private set; }

        public Task RunAsync(CancellationToken cancellationToken)
        {
            Rounds++;
            return Task.CompletedTask;
        }
    }

    private sealed class RecordingSweep : ISweep
    {
        public int Sweeps { get; private set; }

        public Task RunAsync(CancellationToken cancellationToken)
        {
            Sweeps++;
            return Task.CompletedTask;
        }
    }
}
