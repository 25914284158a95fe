using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Cases;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;
using static PaymentOperations.Operations.ResolutionOutcome;

namespace PaymentOperations.Tests.Resolutions;

/// <summary>Every reason for which a refund calls a person, made by what a gateway can do. The refund is 40.00 of 100.00 and gets the reference 9001.</summary>
internal static class ReviewCases
{
    private const string Ours = "9001";

    public static IReadOnlyDictionary<string, ReviewCase> All { get; } =
        new Dictionary<string, ReviewCase>
        {
            ["done, and the list shows no marks"] = new()
            {
                Reason = "It cannot be told whether 2C2P did it",
                Arrange = async world =>
                {
                    world.Gateway.Echoes = false;
                    return await ReviewedAsync(world, await world.DoneAndLostAsync());
                },
                Truth = Succeeded,
                Reference = Ours,
                Status = OperationStatus.Succeeded,
                Reserved = 40m,
                Wrong =
                [
                    (Succeeded, "9999", []),
                    (Succeeded, null, []),
                    (Failed, null, []),
                    (Failed, null, ["9999:Done"]),
                    (SendAgain, null, []),
                ],
            },
            ["not done, a portal's refund of that amount beside it"] = new()
            {
                Reason = "It cannot be told whether 2C2P did it",
                Arrange = async world =>
                {
                    var id = await world.LostAsync();
                    Portal(world, "8001");
                    return await ReviewedAsync(world, id);
                },
                Truth = Failed,
                Despite = ["8001:Done"],
                Status = OperationStatus.Failed,
                Wrong = [(Failed, null, []), (SendAgain, null, []), (Failed, null, ["8002:Done"])],
            },
            ["not done, to be sent again"] = new()
            {
                Reason = "It cannot be told whether 2C2P did it",
                Arrange = async world => await ReviewedAsync(world, await world.LostAsync()),
                Truth = SendAgain,
                Status = OperationStatus.Succeeded,
                Reserved = 40m,
                Wrong = [(Succeeded, Ours, [])],
            },
            ["not done, to be sent again beside a portal's refund"] = new()
            {
                Reason = "It cannot be told whether 2C2P did it",
                Arrange = async world =>
                {
                    var id = await world.LostAsync();
                    Portal(world, "8001");
                    return await ReviewedAsync(world, id);
                },
                Truth = SendAgain,
                Despite = ["8001:Done"],
                Status = OperationStatus.Succeeded,
                Reserved = 40m,
                Wrong = [(SendAgain, null, [])],
            },
            ["said to be done, and the list does not show it"] = new()
            {
                Reason = "It cannot be told whether 2C2P did it",
                Arrange = async world =>
                {
                    var id = await world.LostAsync();
                    await world.CallbackAsync(id.ToString(), Marked(id, CaseWorld.Says("RF")));
                    return await ReviewedAsync(world, id);
                },
                Truth = Failed,
                Despite = [$"{Ours}:Done"],
                Status = OperationStatus.Failed,
                Wrong = [(Failed, null, []), (SendAgain, null, []), (SendAgain, null, [$"{Ours}:Done"])],
            },
            ["no list is offered, and it was done"] = new()
            {
                Reason = "offers no list of refunds",
                Arrange = async world =>
                {
                    var id = await world.DoneAndLostAsync();
                    world.ListIsNotOffered();
                    return await ReviewedAsync(world, id);
                },
                Truth = Succeeded,
                Reference = Ours,
                Status = OperationStatus.Succeeded,
                Reserved = 40m,
                Wrong = [(SendAgain, null, []), (Succeeded, null, [])],
            },
            ["listed as ours with another amount"] = new()
            {
                Reason = "with the amount 4.00",
                Arrange = async world =>
                {
                    var id = await world.DoneAndLostAsync();
                    var payment = Payment(world);
                    payment.Refunds[0] = payment.Refunds[0] with { Amount = Money.FromAmount(4m) };
                    return await ReviewedAsync(world, id);
                },
                Truth = Succeeded,
                Reference = Ours,
                Despite = [$"{Ours}:Done"],
                Status = OperationStatus.Succeeded,
                Reserved = 4m,
                Wrong = [(Succeeded, Ours, []), (Failed, null, [$"{Ours}:Done"]), (SendAgain, null, [$"{Ours}:Done"])],
            },
            ["listed twice as ours"] = new()
            {
                Reason = "money may have moved twice",
                Arrange = async world =>
                {
                    var id = await world.DoneAndLostAsync();
                    var payment = Payment(world);
                    payment.Refunds.Add(payment.Refunds[0] with { Reference = "9002" });
                    return await ReviewedAsync(world, id);
                },
                Truth = Succeeded,
                Reference = Ours,
                Despite = ["9002:Done"],
                Status = OperationStatus.Succeeded,
                Reserved = 80m,
                Wrong = [(Succeeded, Ours, []), (Failed, null, [$"{Ours}:Done", "9002:Done"]), (SendAgain, null, [])],
            },
            ["listed as failed, but said to be done"] = new()
            {
                Reason = "as failed, but said something else",
                Arrange = async world =>
                {
                    var id = await world.DoneAndLostAsync();
                    var payment = Payment(world);
                    payment.Refunds[0] = payment.Refunds[0] with { Status = "RR1" };
                    await world.CallbackAsync(id.ToString(), Marked(id, CaseWorld.Says("RF", "9007")));
                    return await ReviewedAsync(world, id);
                },
                Truth = Failed,
                Despite = ["9007:Done"],
                Status = OperationStatus.Failed,
                Wrong = [(Succeeded, Ours, []), (Succeeded, "9007", []), (Failed, null, []), (SendAgain, null, ["9007:Done"])],
            },
            ["pending for a week"] = new()
            {
                Reason = "2C2P has not decided for 7 days",
                Arrange = async world =>
                {
                    var id = await PendingAsync(world);
                    await LaterAsync(world, id, TimeSpan.FromDays(8));
                    return id;
                },
                Truth = Succeeded,
                Reference = Ours,
                Status = OperationStatus.Pending,
                Reserved = 40m,
                Wrong = [(Failed, null, []), (SendAgain, null, []), (Succeeded, "8001", [])],
            },
            ["pending, and a callback that the list does not confirm"] = new()
            {
                Reason = "2C2P's own list does not confirm it",
                Arrange = async world =>
                {
                    var id = await PendingAsync(world);
                    await world.CallbackAsync(id.ToString(), CaseWorld.Says("RFF"));
                    await world.RunAsync(id);
                    await LaterAsync(world, id, TimeSpan.FromHours(30));
                    Payment(world).Refunds[0] = Payment(world).Refunds[0] with { Status = "RF" };
                    return id;
                },
                Truth = Succeeded,
                Reference = Ours,
                Despite = [$"{Ours}:Failed"],
                Status = OperationStatus.Succeeded,
                Reserved = 40m,
                Wrong = [(Succeeded, Ours, []), (Failed, null, []), (SendAgain, null, [])],
            },
            ["never sent for a day"] = new()
            {
                Reason = "It could not be sent for 24 hours",
                Arrange = NeverSentAsync,
                Truth = SendAgain,
                Status = OperationStatus.Succeeded,
                Reserved = 40m,
                Wrong = [(Succeeded, Ours, [])],
            },
            ["never sent for a day, and not wanted any more"] = new()
            {
                Reason = "It could not be sent for 24 hours",
                Arrange = NeverSentAsync,
                Truth = Cancelled,
                Status = OperationStatus.Failed,
            },
            ["never sent, refunded by hand"] = new()
            {
                Reason = "It could not be sent for 24 hours",
                Arrange = async world =>
                {
                    var id = await NeverSentAsync(world);
                    Portal(world, "8001");
                    Payment(world).Refunds.Add(new GatewayRefund("8002", Money.FromAmount(5m), "RF"));
                    return id;
                },
                Truth = Succeeded,
                Reference = "8001",
                Status = OperationStatus.Succeeded,
                Reserved = 40m,
                Wrong = [(Succeeded, "8002", []), (Succeeded, "8002", ["8002:Done"])],
            },
            ["an older copy of the ledger, and it was done"] = new()
            {
                Reason = "the ledger may be an older copy",
                Arrange = world => OlderCopyAsync(world, isDone: true),
                Truth = Succeeded,
                Reference = Ours,
                Status = OperationStatus.Succeeded,
                Reserved = 40m,
                Wrong = [(Cancelled, null, []), (Failed, null, []), (SendAgain, null, [])],
            },
            ["an older copy of the ledger, and it was not done"] = new()
            {
                Reason = "the ledger may be an older copy",
                Arrange = world => OlderCopyAsync(world, isDone: false),
                Truth = SendAgain,
                Status = OperationStatus.Succeeded,
                Reserved = 40m,
                Wrong = [(Cancelled, null, []), (Succeeded, Ours, [])],
            },
            ["failed, and done all the same"] = new()
            {
                Reason = "contradicts the final state",
                Arrange = LiedAboutAsync,
                Truth = Succeeded,
                Reference = Ours,
                Status = OperationStatus.Failed,
                Reserved = 40m,
                Wrong = [(Failed, null, []), (Failed, null, [$"{Ours}:Done"]), (SendAgain, null, []), (Succeeded, "9999", [])],
            },
            ["failed, and a callback that is wrong"] = new()
            {
                Reason = "contradicts the final state",
                Arrange = async world =>
                {
                    var id = await world.RefundAsync(CaseWorld.Amount);
                    world.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "45"));
                    await world.RunAsync(id);
                    await world.CallbackAsync(id.ToString(), Marked(id, CaseWorld.Says("RF")));
                    await world.RunAsync(id);
                    return id;
                },
                Truth = Failed,
                Despite = [$"{Ours}:Done"],
                Status = OperationStatus.Failed,
                Wrong = [(Failed, null, []), (Succeeded, Ours, [])],
            },
            ["behind one that needs review"] = new()
            {
                Reason = "It waits behind operation",
                Arrange = async world =>
                {
                    var first = await world.LostAsync();
                    var second = await world.RefundAsync(CaseWorld.Amount);
                    await ReviewedAsync(world, first);
                    world.Time.Advance(TimeSpan.FromHours(1));
                    await world.RunAsync(second);
                    return second;
                },
                Truth = Cancelled,
                Status = OperationStatus.Failed,
                Reserved = 40m,
                Wrong = [(Succeeded, Ours, [])],
            },
            ["a sibling that 2C2P contradicts"] = new()
            {
                Reason = "this refund may be its repetition",
                Arrange = async world =>
                {
                    var first = await world.RefundAsync(CaseWorld.Amount);
                    Lie(world);
                    await world.RunAsync(first);
                    var second = await world.RefundAsync(CaseWorld.Amount);
                    await world.RunAsync(second);
                    await world.RunAsync(first);
                    return second;
                },
                Truth = Failed,
                Status = OperationStatus.Failed,
                Reserved = 40m,
                Wrong = [(SendAgain, null, []), (Succeeded, Ours, [])],
            },
        };

    /// <summary>Runs until a person is called.</summary>
    public static async Task<OperationId> ReviewedAsync(World world, OperationId id)
    {
        for (var run = 0; run < 20 && !(await world.RowAsync(id)).NeedsReview; run++)
            await world.RunWhenDueAsync(id);
        return id;
    }

    private static GatewayPayment Payment(World world) => world.Gateway.PaymentOf("INV-1");

    private static void Portal(World world, string reference) =>
        Payment(world).Refunds.Add(new GatewayRefund(reference, Money.FromAmount(CaseWorld.Amount), "RF"));

    private static PaymentProcessResponse Marked(OperationId id, PaymentProcessResponse says) =>
        says with
        {
            UserDefined = [id.ToString(), null],
        };

    private static async Task LaterAsync(World world, OperationId id, TimeSpan time)
    {
        world.Time.Advance(time);
        await world.RunAsync(id);
    }

    private static async Task<OperationId> NeverSentAsync(World world)
    {
        var id = await world.RefundAsync(CaseWorld.Amount);
        world.Gateway.Always(ProcessType.RefundStatus, _ => Answers.Lost);
        await LaterAsync(world, id, world.Times.AcceptedPatience);
        world.ListIsBack();
        return id;
    }

    private static async Task<OperationId> PendingAsync(World world)
    {
        world.AddPayment(isCard: false);
        var id = await world.RefundAsync(CaseWorld.Amount);
        await world.RunAsync(id);
        return id;
    }

    private static void Lie(World world) =>
        world.Gateway.Next(
            ProcessType.Refund,
            (_, work) =>
            {
                work();
                return Task.FromResult(Answers.Of(CaseWorld.Says("RFF", null, code: "45")));
            }
        );

    private static async Task<OperationId> LiedAboutAsync(World world)
    {
        var id = await world.RefundAsync(CaseWorld.Amount);
        Lie(world);
        await world.RunAsync(id);
        world.Time.Advance(world.Times.WatchAfterEnd);
        await world.RunAsync(id);
        return id;
    }

    private static async Task<OperationId> OlderCopyAsync(World world, bool isDone)
    {
        var id = await world.RefundAsync(CaseWorld.Amount);
        world.Gateway.Echoes = false;
        await world
            .Get<OpenOperations>()
            .FollowAsync(
                await world.RowAsync(id) with
                {
                    Status = OperationStatus.Unknown,
                },
                world.Time.GetUtcNow(),
                CancellationToken.None
            );
        if (isDone)
            Payment(world).Refunds.Add(new GatewayRefund(Ours, Money.FromAmount(CaseWorld.Amount), "RF"));
        return await ReviewedAsync(world, id);
    }
}
