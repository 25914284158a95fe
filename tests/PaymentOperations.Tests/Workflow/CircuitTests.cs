using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using PaymentOperations.Workflow;
using TwoC2P;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Workflow;

public sealed class CircuitTests(LedgerStorage storage)
{
    private const int Waiting = GatewayCircuits.Failures + 4;

    public static TheoryData<UnknownReason, int?> Silences =>
        new()
        {
            { UnknownReason.TimedOut, null },
            { UnknownReason.ConnectionLost, null },
            { UnknownReason.HttpStatus, 503 },
        };

    public static TheoryData<UnknownReason, int?> Answers =>
        new()
        {
            { UnknownReason.Unverified, null },
            { UnknownReason.Unreadable, null },
            { UnknownReason.Mismatched, null },
            { UnknownReason.HttpStatus, 401 },
        };

    [Theory]
    [MemberData(nameof(Silences))]
    public async Task many_waiting_refunds_do_not_each_wait_for_a_gateway_that_is_silent(UnknownReason reason, int? httpStatus)
    {
        await using var sut = World.Start(storage);
        var ids = await AcceptAsync(sut);
        sut.Gateway.Always(ProcessType.RefundStatus, _ => new PaymentActionOutcome.Unknown(reason, httpStatus, null));

        await RunAllAsync(sut, ids);

        Asked(sut).ShouldBe(GatewayCircuits.Failures);
        foreach (var id in ids)
            (await sut.RowAsync(id, InvoiceOf(ids, id))).Status.ShouldBe(OperationStatus.Accepted);
    }

    [Fact]
    public async Task after_the_break_one_question_tries_and_an_answer_closes_the_circuit()
    {
        await using var sut = World.Start(storage);
        var ids = await AcceptAsync(sut);
        sut.Gateway.Always(ProcessType.RefundStatus, _ => Support.Answers.Lost);
        await RunAllAsync(sut, ids);
        sut.Gateway.Always(ProcessType.RefundStatus, null);
        sut.Time.Advance(sut.Times.LaterWait);

        await RunAllAsync(sut, ids);

        foreach (var id in ids)
            (await sut.RowAsync(id, InvoiceOf(ids, id))).Status.ShouldBe(OperationStatus.Succeeded);
        sut.Gateway.Sent.Count.ShouldBe(ids.Count);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task answers_that_do_not_count_open_nothing(UnknownReason reason, int? httpStatus)
    {
        await using var sut = World.Start(storage);
        var ids = await AcceptAsync(sut);
        sut.Gateway.Always(ProcessType.RefundStatus, _ => new PaymentActionOutcome.Unknown(reason, httpStatus, null));

        await RunAllAsync(sut, ids);

        Asked(sut).ShouldBe(ids.Count);
    }

    [Fact]
    public async Task one_merchants_silence_is_not_anothers()
    {
        await using var silent = World.Start(storage);
        var circuits = silent.Get<GatewayCircuits>();
        for (var question = 0; question < Waiting; question++)
            await circuits.AskAsync(silent.Merchant.Id, InvoiceNo.Parse("INV-1"), () => Task.FromResult(Silent()));

        var asked = false;
        await circuits.AskAsync(
            new("another"),
            InvoiceNo.Parse("INV-1"),
            () =>
            {
                asked = true;
                return Task.FromResult(Silent());
            }
        );

        asked.ShouldBeTrue();
    }

    [Fact]
    public async Task a_payment_of_which_2c2p_never_speaks_lets_the_others_try()
    {
        await using var sut = World.Start(storage);
        var circuits = sut.Get<GatewayCircuits>();
        for (var question = 0; question < GatewayCircuits.Failures; question++)
            await AskAsync("INV-MUTE");

        // The mute one is always the first to ask.
        List<bool> heard = [];
        for (var trial = 0; trial < 2; trial++)
        {
            sut.Time.Advance(sut.Times.GatewayBreak);
            await AskAsync("INV-MUTE");
            heard.Add(await AskAsync("INV-1"));
        }

        heard.ShouldBe([false, true]);

        async Task<bool> AskAsync(string invoiceNo)
        {
            var isAsked = false;
            await circuits.AskAsync(
                sut.Merchant.Id,
                InvoiceNo.Parse(invoiceNo),
                () =>
                {
                    isAsked = true;
                    return Task.FromResult(invoiceNo == "INV-MUTE" ? Silent() : new GatewayView.OtherSpelling());
                }
            );
            return isAsked;
        }
    }

    [Fact]
    public async Task a_payment_that_is_alone_tries_less_often_and_never_gives_up()
    {
        await using var sut = World.Start(storage);
        var circuits = sut.Get<GatewayCircuits>();
        for (var question = 0; question < GatewayCircuits.Failures; question++)
            await AskAsync();

        List<int> tries = [];
        for (var breaks = 1; breaks <= 24; breaks++)
        {
            sut.Time.Advance(sut.Times.GatewayBreak);
            if (await AskAsync())
                tries.Add(breaks);
        }

        tries.ShouldBe([1, 3, 6, 10, 15, 20]);

        async Task<bool> AskAsync()
        {
            var isAsked = false;
            await circuits.AskAsync(
                sut.Merchant.Id,
                InvoiceNo.Parse("INV-MUTE"),
                () =>
                {
                    isAsked = true;
                    return Task.FromResult(Silent());
                }
            );
            return isAsked;
        }
    }

    private static GatewayView Silent() => new GatewayView.Silent("silent", Support.Answers.Lost);

    private static int Asked(World world) =>
        world.Gateway.Requests.Count(request => request.ProcessType == ProcessType.RefundStatus);

    private static async Task<IReadOnlyList<OperationId>> AcceptAsync(World world)
    {
        List<OperationId> ids = [];
        for (var number = 0; number < Waiting; number++)
        {
            world.AddPayment($"INV-{number}");
            ids.Add(await world.RefundAsync(10m, $"INV-{number}"));
        }
        return ids;
    }

    private static string InvoiceOf(IReadOnlyList<OperationId> ids, OperationId id) =>
        $"INV-{ids.Index().Single(one => one.Item == id).Index}";

    private static async Task RunAllAsync(World world, IReadOnlyList<OperationId> ids)
    {
        foreach (var (index, id) in ids.Index())
            await world.RunAsync(id, $"INV-{index}");
    }
}
