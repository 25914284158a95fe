using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Cases;

/// <summary>What is final was right in every world, or a person hears of it.</summary>
public sealed class EndCases(LedgerStorage storage)
{
    [Fact]
    [Case(9)]
    public async Task already_fully_refunded_and_one_list_that_lags_fail_nothing()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync(CaseWorld.Amount);
        sut.Gateway.Next(
            ProcessType.Refund,
            (request, work) =>
            {
                work();
                return Task.FromResult(Answers.Refused(request, "49"));
            }
        );
        await sut.RunAsync(id);
        sut.Gateway.Next(ProcessType.RefundStatus, _ => Answers.List(new GatewayPayment { InvoiceNo = "INV-1" }));

        var early = await sut.RunWhenDueAsync(id);
        var row = await sut.RunWhenDueAsync(id);

        early.Status.ShouldBe(OperationStatus.Unknown);
        row.Status.ShouldBe(OperationStatus.Succeeded);
    }

    [Fact]
    [Case(9)]
    public async Task a_rejected_settlement_and_one_look_that_lags_fail_nothing()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(status: "A");
        var id = await sut.SettlementAsync();
        sut.Gateway.Next(ProcessType.Settlement, request => Answers.Refused(request, "34"));
        await sut.RunAsync(id);

        var early = await sut.RunWhenDueAsync(id);
        payment.Status = "RS";
        var row = await sut.RunWhenDueAsync(id);

        early.Status.ShouldBe(OperationStatus.Unknown);
        row.Status.ShouldBe(OperationStatus.Succeeded);
    }

    [Fact]
    [Case(10)]
    public async Task a_failed_entry_may_be_a_failed_operations_and_is_not_adopted()
    {
        await using var sut = World.Start(storage, merchant: merchant => merchant with { NobodyRefundsInPortal = true });
        sut.Gateway.Echoes = false;
        var payment = sut.AddPayment();
        var failed = await sut.RefundAsync(CaseWorld.Amount);
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "45"));
        await sut.RunAsync(failed);
        var id = await sut.DoneAndLostAsync();
        var ours = payment.Refunds[0];
        payment.Refunds[0] = new GatewayRefund("8001", Money.FromAmount(CaseWorld.Amount), "RR");

        var lagging = await sut.RunForAsync(id, TimeSpan.FromMinutes(10));
        payment.Refunds.Add(ours);
        var row = await sut.RunForAsync(id, TimeSpan.FromHours(1));

        lagging.Status.ShouldBe(OperationStatus.Unknown);
        row.Status.ShouldNotBe(OperationStatus.Failed);
        sut.Gateway.Sent.Count.ShouldBe(2);
    }

    [Fact]
    [Case(11)]
    public async Task our_mark_with_another_amount_is_no_success()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.DoneAndLostAsync();
        payment.Refunds[0] = payment.Refunds[0] with { Amount = Money.FromAmount(4m) };

        var row = await sut.RunWhenDueAsync(id);

        sut.ShouldBeAPersons(row);
    }

    [Fact]
    [Case(29)]
    public async Task a_refusal_that_was_a_lie_is_found_by_the_next_refund_which_waits_for_a_person()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var first = await sut.RefundAsync(CaseWorld.Amount);
        sut.Gateway.Next(
            ProcessType.Refund,
            (request, work) =>
            {
                work();
                return Task.FromResult(Answers.Of(CaseWorld.Says("RFF", null, code: "45")));
            }
        );
        await sut.RunAsync(first);
        (await sut.RowAsync(first)).Status.ShouldBe(OperationStatus.Failed);
        var second = await sut.RefundAsync(CaseWorld.Amount);

        await sut.RunAsync(second);
        await sut.RunAsync(first);

        sut.ShouldBeAPersons(await sut.RowAsync(second));
        var found = await sut.RowAsync(first);
        found.NeedsReview.ShouldBeTrue();
        (await sut.RulesAsync(first))[^1].ShouldBe("T19");
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(2 * CaseWorld.Amount));
    }

    [Fact]
    [Case(29)]
    public async Task a_refusal_that_was_a_lie_is_found_by_the_watch_after_the_end()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync(CaseWorld.Amount);
        sut.Gateway.Next(
            ProcessType.Refund,
            (_, work) =>
            {
                work();
                return Task.FromResult(Answers.Of(CaseWorld.Says("RFF", null, code: "45")));
            }
        );
        await sut.RunAsync(id);
        sut.Time.Advance(sut.Times.WatchAfterEnd);

        await sut.RunAsync(id);

        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
        (await sut.SnapshotAsync()).Invoice.Reserved.ShouldBe(Money.FromAmount(CaseWorld.Amount));
        (await sut.OutstandingAsync(id)).ShouldNotBeNull().GetBoolean("needsReview").ShouldBe(true);
    }

    [Theory]
    [Case(30)]
    [InlineData(OperationKind.Refund, "45", "RF", "9001")]
    [InlineData(OperationKind.Refund, "41", "", "9001")]
    [InlineData(OperationKind.Settlement, "31", "RS", null)]
    [InlineData(OperationKind.Void, "12", "V", null)]
    [InlineData(OperationKind.Void, "21", "V", null)]
    [InlineData(OperationKind.Void, "25", "V", null)]
    public async Task an_answer_that_contradicts_itself_fails_nothing(
        OperationKind kind,
        string code,
        string status,
        string? reference
    )
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(status: kind == OperationKind.Refund ? "S" : "A");
        var type = kind switch
        {
            OperationKind.Refund => ProcessType.Refund,
            OperationKind.Settlement => ProcessType.Settlement,
            _ => ProcessType.Void,
        };
        sut.Gateway.Next(
            type,
            (request, work) =>
            {
                work();
                return Task.FromResult(
                    Answers.Of(Answers.Response(Answers.Letter(type), "INV-1", code, status, null, reference))
                );
            }
        );
        var accepted = (await sut.AcceptAsync(sut.Command(kind, CaseWorld.Amount))).ShouldBeOfType<AcceptResult.Accepted>();
        var id = accepted.Operation.Id;
        if (kind != OperationKind.Void)
            await sut.RunAsync(id);

        var after = await sut.RowAsync(id);
        var row = await sut.RunForAsync(id, TimeSpan.FromMinutes(10));

        after.Status.ShouldBe(OperationStatus.Unknown);
        row.Status.ShouldBe(OperationStatus.Succeeded);
    }

    [Fact]
    [Case(32)]
    public async Task one_reference_listed_twice_is_one_refund()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.DoneAndLostAsync();
        payment.Refunds.Add(payment.Refunds[0]);

        var row = await sut.RunWhenDueAsync(id);

        row.Status.ShouldBe(OperationStatus.Succeeded);
        row.NeedsReview.ShouldBeFalse();
    }
}
