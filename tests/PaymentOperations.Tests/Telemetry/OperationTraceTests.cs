using System.Diagnostics;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using Testing.Telemetry;
using TwoC2P;

namespace PaymentOperations.Tests.Telemetry;

/// <summary>One operation is one trace, whoever wakes it.</summary>
public sealed class OperationTraceTests(LedgerStorage storage) : IDisposable
{
    private readonly SpanRecorder _spans = new(OperationTraceNames.Source);

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task a_run_goes_on_with_the_trace_of_the_accept_and_links_to_the_invocation()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var (id, trace) = await AcceptedAsync(sut);

        using var invocation = new Activity("invocation").Start();
        await sut.RunAsync(id);

        var run = _spans.Of(trace).Single(span => span.DisplayName == "run refund");
        run.Kind.ShouldBe(ActivityKind.Consumer);
        run.ParentSpanId.ShouldBe(_spans.Of(trace).Single(span => span.DisplayName == "accept refund").SpanId);
        run.Links.ShouldHaveSingleItem().Context.TraceId.ShouldBe(invocation.TraceId);
        run.GetTagItem("operation.id").ShouldBe(id.ToString());
        (await sut.EventsAsync(id)).ShouldAllBe(entity => entity.GetString("traceParent").Contains(trace.ToHexString()));
    }

    [Fact]
    public async Task the_pointers_of_the_accept_and_of_the_sweep_carry_the_operations_trace()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var (_, trace) = await AcceptedAsync(sut);
        sut.Time.Advance(sut.Times.FirstCheck);

        using var invocation = new Activity("sweep").Start();
        await sut.Get<ISweep>().RunAsync(CancellationToken.None);

        sut.Pointers.Count.ShouldBe(2);
        sut.Pointers.ShouldAllBe(pointer => pointer.Message.TraceParent!.Contains(trace.ToHexString()));
    }

    [Fact]
    public async Task a_callback_and_the_run_that_it_wakes_belong_to_the_operations_trace()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: false);
        var (id, trace) = await AcceptedAsync(sut);
        await sut.RunAsync(id);
        using var request = new Activity("2C2P's request").Start();

        await sut.CallbackAsync(id.ToString(), Answers.Response("R", "INV-1", "00", "RF", Money.FromAmount(10m), "9001"));

        var callback = _spans.Of(trace).Single(span => span.DisplayName == "callback refund");
        callback.Links.ShouldHaveSingleItem().Context.TraceId.ShouldBe(request.TraceId);
        sut.Pointers[^1].Message.TraceParent!.ShouldContain(trace.ToHexString());
    }

    [Fact]
    public async Task the_next_in_line_has_a_trace_of_its_own()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var (first, firstTrace) = await AcceptedAsync(sut);
        var (second, secondTrace) = await AcceptedAsync(sut);

        await sut.RunAsync(first);
        var woken = sut.Pointers[^1].Message;
        await sut.Get<IOperationRunner>().RunAsync(woken, "test queue", CancellationToken.None);

        woken.OperationId.ShouldBe(second.ToString());
        (await sut.RowAsync(second)).Status.ShouldBe(OperationStatus.Succeeded);
        _spans.Of(secondTrace).Count(span => span.DisplayName == "run refund").ShouldBe(1);
        _spans.Of(firstTrace).Count(span => span.DisplayName == "run refund").ShouldBe(1);
    }

    [Fact]
    public async Task a_void_runs_inside_the_request_that_asked_for_it()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(status: "A");
        using var request = new Activity("request").Start();

        await sut.AcceptAsync(sut.Command(OperationKind.Void));

        var spans = _spans.Of(request.TraceId);
        var run = spans.Single(span => span.DisplayName == "run void");
        run.ParentSpanId.ShouldBe(spans.Single(span => span.DisplayName == "accept void").SpanId);
        run.Links.ShouldBeEmpty();
    }

    [Fact]
    public async Task no_span_names_the_invoice_or_the_amount()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var (id, trace) = await AcceptedAsync(sut);
        await sut.RunAsync(id);

        var told = _spans
            .Of(trace)
            .SelectMany(span => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Append(span.DisplayName));

        told.ShouldAllBe(text => !text.Contains("INV-1") && !text.Contains("10.00"));
    }

    private static async Task<(OperationId Id, ActivityTraceId Trace)> AcceptedAsync(World world)
    {
        using var request = new Activity("request").Start();
        return (await world.RefundAsync(), request.TraceId);
    }
}
