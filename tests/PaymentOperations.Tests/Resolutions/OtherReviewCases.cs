using PaymentOperations.Operations;
using PaymentOperations.Tests.Cases;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;
using static PaymentOperations.Operations.ResolutionOutcome;

namespace PaymentOperations.Tests.Resolutions;

/// <summary>Pending for too long, never sent, an older copy of the ledger, ended and contradicted, held up by another.</summary>
internal static class OtherReviewCases
{
    public static IReadOnlyDictionary<string, ReviewCase> All { get; } =
        new Dictionary<string, ReviewCase>
        {
            ["pending for a week"] = new()
            {
                Reason = "2C2P has not decided for 7 days",
                Arrange = async world =>
                {
                    var id = await ReviewSteps.PendingAsync(world);
                    await ReviewSteps.LaterAsync(world, id, TimeSpan.FromDays(8));
                    return id;
                },
                Truth = Succeeded,
                Reference = ReviewSteps.Ours,
                Status = OperationStatus.Pending,
                Reserved = 40m,
                Wrong = [(Failed, null, []), (SendAgain, null, []), (Succeeded, "8001", [])],
            },
            ["pending, and a callback that the list does not confirm"] = new()
            {
                Reason = "2C2P's own list does not confirm it",
                Arrange = async world =>
                {
                    var id = await ReviewSteps.PendingAsync(world);
                    await world.CallbackAsync(id.ToString(), CaseWorld.Says("RFF"));
                    await world.RunAsync(id);
                    await ReviewSteps.LaterAsync(world, id, TimeSpan.FromHours(30));
                    ReviewSteps.Payment(world).Refunds[0] = ReviewSteps.Payment(world).Refunds[0] with { Status = "RF" };
                    return id;
                },
                Truth = Succeeded,
                Reference = ReviewSteps.Ours,
                Despite = [$"{ReviewSteps.Ours}:Failed"],
                Status = OperationStatus.Succeeded,
                Reserved = 40m,
                Wrong = [(Succeeded, ReviewSteps.Ours, []), (Failed, null, []), (SendAgain, null, [])],
            },
            ["never sent for a day"] = new()
            {
                Reason = "It could not be sent for 24 hours",
                Arrange = ReviewSteps.NeverSentAsync,
                Truth = SendAgain,
                Status = OperationStatus.Succeeded,
                Reserved = 40m,
                Wrong = [(Succeeded, ReviewSteps.Ours, [])],
            },
            ["never sent for a day, and not wanted any more"] = new()
            {
                Reason = "It could not be sent for 24 hours",
                Arrange = ReviewSteps.NeverSentAsync,
                Truth = Cancelled,
                Status = OperationStatus.Failed,
            },
            ["never sent, refunded by hand"] = new()
            {
                Reason = "It could not be sent for 24 hours",
                Arrange = async world =>
                {
                    var id = await ReviewSteps.NeverSentAsync(world);
                    ReviewSteps.Portal(world, "8001");
                    ReviewSteps.Payment(world).Refunds.Add(new GatewayRefund("8002", Money.FromAmount(5m), "RF"));
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
                Arrange = world => ReviewSteps.OlderCopyAsync(world, isDone: true),
                Truth = Succeeded,
                Reference = ReviewSteps.Ours,
                Status = OperationStatus.Succeeded,
                Reserved = 40m,
                Wrong = [(Cancelled, null, []), (Failed, null, []), (SendAgain, null, [])],
            },
            ["an older copy of the ledger, and it was not done"] = new()
            {
                Reason = "the ledger may be an older copy",
                Arrange = world => ReviewSteps.OlderCopyAsync(world, isDone: false),
                Truth = SendAgain,
                Status = OperationStatus.Succeeded,
                Reserved = 40m,
                Wrong = [(Cancelled, null, []), (Succeeded, ReviewSteps.Ours, [])],
            },
            ["failed, and done all the same"] = new()
            {
                Reason = "contradicts the final state",
                Arrange = ReviewSteps.LiedAboutAsync,
                Truth = Succeeded,
                Reference = ReviewSteps.Ours,
                Status = OperationStatus.Failed,
                Reserved = 40m,
                Wrong =
                [
                    (Failed, null, []),
                    (Failed, null, [$"{ReviewSteps.Ours}:Done"]),
                    (SendAgain, null, []),
                    (Succeeded, "9999", []),
                ],
            },
            ["succeeded, and a second refund of it later"] = new()
            {
                Reason = "contradicts the final state",
                Arrange = async world =>
                {
                    var id = await world.RefundAsync(CaseWorld.Amount);
                    await world.RunAsync(id);
                    ReviewSteps.Repeat(world, "9002");
                    await ReviewSteps.LaterAsync(world, id, world.Times.WatchAfterEnd);
                    return id;
                },
                Truth = Succeeded,
                Reference = ReviewSteps.Ours,
                Despite = ["9002:Done"],
                Status = OperationStatus.Succeeded,
                Reserved = 80m,
                Wrong =
                [
                    (Succeeded, ReviewSteps.Ours, []),
                    (Succeeded, "9002", []),
                    (Failed, null, [$"{ReviewSteps.Ours}:Done", "9002:Done"]),
                    (SendAgain, null, []),
                ],
            },
            ["failed, and a callback that is wrong"] = new()
            {
                Reason = "contradicts the final state",
                Arrange = async world =>
                {
                    var id = await world.RefundAsync(CaseWorld.Amount);
                    world.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "45"));
                    await world.RunAsync(id);
                    await world.CallbackAsync(id.ToString(), ReviewSteps.Marked(id, CaseWorld.Says("RF")));
                    await world.RunAsync(id);
                    return id;
                },
                Truth = Failed,
                Despite = [$"{ReviewSteps.Ours}:Done"],
                Status = OperationStatus.Failed,
                Wrong = [(Failed, null, []), (Succeeded, ReviewSteps.Ours, [])],
            },
            ["behind one that needs review"] = new()
            {
                Reason = "It waits behind operation",
                Arrange = async world =>
                {
                    var first = await world.LostAsync();
                    var second = await world.RefundAsync(CaseWorld.Amount);
                    await ReviewSteps.ReviewedAsync(world, first);
                    world.Time.Advance(TimeSpan.FromHours(1));
                    await world.RunAsync(second);
                    return second;
                },
                Truth = Cancelled,
                Status = OperationStatus.Failed,
                Reserved = 40m,
                Wrong = [(Succeeded, ReviewSteps.Ours, [])],
            },
            ["a sibling that 2C2P contradicts"] = new()
            {
                Reason = "this refund may be its repetition",
                Arrange = async world =>
                {
                    var first = await world.RefundAsync(CaseWorld.Amount);
                    ReviewSteps.Lie(world);
                    await world.RunAsync(first);
                    var second = await world.RefundAsync(CaseWorld.Amount);
                    await world.RunAsync(second);
                    await world.RunAsync(first);
                    return second;
                },
                Truth = Failed,
                Status = OperationStatus.Failed,
                Reserved = 40m,
                Wrong = [(SendAgain, null, []), (Succeeded, ReviewSteps.Ours, [])],
            },
        };
}
