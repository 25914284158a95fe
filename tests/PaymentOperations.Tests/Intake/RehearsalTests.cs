using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Intake;

public sealed class RehearsalTests(LedgerStorage storage)
{
    public static TheoryData<string, OperationKind, decimal?> Situations =>
        new()
        {
            { "fits", OperationKind.Refund, 10m },
            { "fits behind another", OperationKind.Refund, 40m },
            { "is too much", OperationKind.Refund, 100.01m },
            { "is too much behind another", OperationKind.Refund, 61m },
            { "is in the wrong state", OperationKind.Refund, 10m },
            { "is unknown", OperationKind.Refund, 10m },
            { "is refused", OperationKind.Refund, 10m },
            { "waits for a settlement", OperationKind.Refund, 10m },
            { "is silent", OperationKind.Refund, 10m },
            { "can be settled", OperationKind.Settlement, 100m },
            { "can be settled", OperationKind.Settlement, 100.01m },
            { "can be settled", OperationKind.Void, null },
            { "fits", OperationKind.Void, null },
            { "fits behind another", OperationKind.Settlement, 1m },
        };

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task a_rehearsal_says_what_the_request_then_is_told_and_writes_nothing(
        string situation,
        OperationKind kind,
        decimal? amount
    )
    {
        await using var sut = World.Start(storage);
        await ArrangeAsync(sut, situation);
        var command = sut.Command(kind, amount);
        AcceptResult rehearsed = null!;

        var (_, writes) = await sut.CountAsync(async () =>
            rehearsed = await sut.Get<IOperationIntake>().RehearseAsync(command with { IdempotencyKey = "" })
        );
        if (situation is "is refused")
            sut.Gateway.Next(ProcessType.Inquiry, request => Answers.Refused(request, "14"));
        if (situation is "is silent")
            sut.Gateway.Next(ProcessType.Inquiry, _ => Answers.Lost);
        var real = await sut.AsMomentsPassAsync(sut.AcceptAsync(command));

        writes.ShouldBe(0);
        if (real is AcceptResult.Accepted)
            rehearsed.ShouldBeOfType<AcceptResult.Acceptable>().Command.InvoiceNo.ShouldBe(command.InvoiceNo);
        else
            rehearsed.ShouldBe(real);
    }

    [Fact]
    public async Task it_says_the_most_that_would_be_accepted()
    {
        await using var sut = World.Start(storage);
        await ArrangeAsync(sut, "fits behind another");
        var intake = sut.Get<IOperationIntake>();

        (await intake.RehearseAsync(sut.Command(amount: 1m)))
            .ShouldBeOfType<AcceptResult.Acceptable>()
            .Most.ShouldBe(Money.FromAmount(60m));
        (await intake.RehearseAsync(sut.Command(amount: 61m)))
            .ShouldBeOfType<AcceptResult.AmountExceeds>()
            .Refundable.ShouldBe(Money.FromAmount(60m));
    }

    [Fact]
    public async Task it_does_not_know_the_most_where_2C2P_does_not_say()
    {
        await using var sut = World.Start(storage);
        await ArrangeAsync(sut, "is silent");

        (await sut.Get<IOperationIntake>().RehearseAsync(sut.Command()))
            .ShouldBeOfType<AcceptResult.Acceptable>()
            .Most.ShouldBeNull();
    }

    [Fact]
    public async Task storage_that_does_not_answer_is_the_same_error()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        sut.Wire.Before = _ => throw new IOException("no network");

        (await sut.Get<IOperationIntake>().RehearseAsync(sut.Command())).ShouldBeOfType<AcceptResult.Unavailable>();
    }

    private static async Task ArrangeAsync(World sut, string situation)
    {
        if (situation != "is unknown")
            sut.AddPayment(
                status: situation is "is in the wrong state" or "waits for a settlement" or "can be settled" ? "A" : "S"
            );
        if (situation.EndsWith("behind another", StringComparison.Ordinal))
            await sut.RefundAsync(40m);
        if (situation is "waits for a settlement")
            await sut.SettlementAsync();
        if (situation is "is refused")
            sut.Gateway.Next(ProcessType.Inquiry, request => Answers.Refused(request, "14"));
        if (situation is "is silent")
            sut.Gateway.Next(ProcessType.Inquiry, _ => Answers.Lost);
    }
}
