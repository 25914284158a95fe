using PaymentOperations.Operations;
using PaymentOperations.Tests.Cases;
using TwoC2P;
using static PaymentOperations.Operations.ResolutionOutcome;

namespace PaymentOperations.Tests.Resolutions;

/// <summary>A request may have left, and what 2C2P lists and said does not decide.</summary>
internal static class UndecidedReviewCases
{
    public static IReadOnlyDictionary<string, ReviewCase> All { get; } =
        new Dictionary<string, ReviewCase>
        {
            ["done, and the list shows no marks"] = new()
            {
                Reason = "It cannot be told whether 2C2P did it",
                Arrange = async world =>
                {
                    world.Gateway.Echoes = false;
                    return await ReviewSteps.ReviewedAsync(world, await world.DoneAndLostAsync());
                },
                Truth = Succeeded,
                Reference = ReviewSteps.Ours,
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
                    ReviewSteps.Portal(world, "8001");
                    return await ReviewSteps.ReviewedAsync(world, id);
                },
                Truth = Failed,
                Despite = ["8001:Done"],
                Status = OperationStatus.Failed,
                Wrong = [(Failed, null, []), (SendAgain, null, []), (Failed, null, ["8002:Done"])],
            },
            ["not done, to be sent again"] = new()
            {
                Reason = "It cannot be told whether 2C2P did it",
                Arrange = async world => await ReviewSteps.ReviewedAsync(world, await world.LostAsync()),
                Truth = SendAgain,
                Status = OperationStatus.Succeeded,
                Reserved = 40m,
                Wrong = [(Succeeded, ReviewSteps.Ours, [])],
            },
            ["not done, to be sent again beside a portal's refund"] = new()
            {
                Reason = "It cannot be told whether 2C2P did it",
                Arrange = async world =>
                {
                    var id = await world.LostAsync();
                    ReviewSteps.Portal(world, "8001");
                    return await ReviewSteps.ReviewedAsync(world, id);
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
                    await world.CallbackAsync(id.ToString(), ReviewSteps.Marked(id, CaseWorld.Says("RF")));
                    return await ReviewSteps.ReviewedAsync(world, id);
                },
                Truth = Failed,
                Despite = [$"{ReviewSteps.Ours}:Done"],
                Status = OperationStatus.Failed,
                Wrong = [(Failed, null, []), (SendAgain, null, []), (SendAgain, null, [$"{ReviewSteps.Ours}:Done"])],
            },
            ["no list is offered, and it was done"] = new()
            {
                Reason = "offers no list of refunds",
                Arrange = async world =>
                {
                    var id = await world.DoneAndLostAsync();
                    world.ListIsNotOffered();
                    return await ReviewSteps.ReviewedAsync(world, id);
                },
                Truth = Succeeded,
                Reference = ReviewSteps.Ours,
                Status = OperationStatus.Succeeded,
                Reserved = 40m,
                Wrong = [(SendAgain, null, []), (Succeeded, null, []), (Succeeded, "T1", [])],
            },
            ["listed as ours with another amount"] = new()
            {
                Reason = "with the amount 4.00",
                Arrange = async world =>
                {
                    var id = await world.DoneAndLostAsync();
                    var payment = ReviewSteps.Payment(world);
                    payment.Refunds[0] = payment.Refunds[0] with { Amount = Money.FromAmount(4m) };
                    return await ReviewSteps.ReviewedAsync(world, id);
                },
                Truth = Succeeded,
                Reference = ReviewSteps.Ours,
                Despite = [$"{ReviewSteps.Ours}:Done"],
                Status = OperationStatus.Succeeded,
                Reserved = 4m,
                Wrong =
                [
                    (Succeeded, ReviewSteps.Ours, []),
                    (Failed, null, [$"{ReviewSteps.Ours}:Done"]),
                    (SendAgain, null, [$"{ReviewSteps.Ours}:Done"]),
                ],
            },
            ["listed as ours with an amount that nobody can read"] = new()
            {
                Reason = "with the amount that cannot be read",
                Arrange = async world =>
                {
                    var id = await world.DoneAndLostAsync();
                    ReviewSteps.List(world, entry => entry with { Amount = null, AmountText = "4,0,0" });
                    return await ReviewSteps.ReviewedAsync(world, id);
                },
                Truth = Succeeded,
                Reference = ReviewSteps.Ours,
                Despite = [$"{ReviewSteps.Ours}:Done"],
                Status = OperationStatus.Succeeded,
                Reserved = 40m,
                Wrong =
                [
                    (Succeeded, ReviewSteps.Ours, []),
                    (Failed, null, [$"{ReviewSteps.Ours}:Done"]),
                    (SendAgain, null, [$"{ReviewSteps.Ours}:Done"]),
                ],
            },
            ["listed as ours with a status that nobody knows"] = new()
            {
                Reason = "It cannot be told whether 2C2P did it",
                Arrange = async world =>
                {
                    var id = await world.DoneAndLostAsync();
                    ReviewSteps.List(world, entry => entry with { Status = new("XX") });
                    return await ReviewSteps.ReviewedAsync(world, id);
                },
                Truth = Failed,
                Despite = [$"{ReviewSteps.Ours}:Contradiction"],
                Status = OperationStatus.Failed,
                Wrong =
                [
                    (Succeeded, ReviewSteps.Ours, []),
                    (Failed, null, []),
                    (SendAgain, null, [$"{ReviewSteps.Ours}:Contradiction"]),
                ],
            },
            ["listed twice as ours"] = new()
            {
                Reason = "money may have moved twice",
                Arrange = async world =>
                {
                    var id = await world.DoneAndLostAsync();
                    var payment = ReviewSteps.Payment(world);
                    payment.Refunds.Add(payment.Refunds[0] with { Reference = "9002" });
                    return await ReviewSteps.ReviewedAsync(world, id);
                },
                Truth = Succeeded,
                Reference = ReviewSteps.Ours,
                Despite = ["9002:Done"],
                Status = OperationStatus.Succeeded,
                Reserved = 80m,
                Wrong =
                [
                    (Succeeded, ReviewSteps.Ours, []),
                    (Failed, null, [$"{ReviewSteps.Ours}:Done", "9002:Done"]),
                    (SendAgain, null, []),
                ],
            },
            ["listed as failed, but said to be done"] = new()
            {
                Reason = "as failed, but said something else",
                Arrange = async world =>
                {
                    var id = await world.DoneAndLostAsync();
                    var payment = ReviewSteps.Payment(world);
                    payment.Refunds[0] = payment.Refunds[0] with { Status = "RR1" };
                    await world.CallbackAsync(id.ToString(), ReviewSteps.Marked(id, CaseWorld.Says("RF", "9007")));
                    return await ReviewSteps.ReviewedAsync(world, id);
                },
                Truth = Failed,
                Despite = ["9007:Done"],
                Status = OperationStatus.Failed,
                Wrong =
                [
                    (Succeeded, ReviewSteps.Ours, []),
                    (Succeeded, "9007", []),
                    (Failed, null, []),
                    (SendAgain, null, ["9007:Done"]),
                ],
            },
        };
}
