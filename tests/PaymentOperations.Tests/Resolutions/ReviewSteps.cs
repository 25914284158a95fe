using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Cases;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Resolutions;

/// <summary>What leads to a person.</summary>
internal static class ReviewSteps
{
    /// <summary>The first refund's reference at the gateway.</summary>
    public const string Ours = "9001";

    /// <summary>Runs until a person is called.</summary>
    public static async Task<OperationId> ReviewedAsync(World world, OperationId id)
    {
        for (var run = 0; run < 20 && !(await world.RowAsync(id)).NeedsReview; run++)
            await world.RunWhenDueAsync(id);
        return id;
    }

    /// <summary>A refund whose answer was lost, done or not, for which a person is called.</summary>
    public static async Task<OperationId> ReviewedAsync(World world, bool isDone = false)
    {
        world.AddPayment();
        world.Gateway.Echoes = !isDone;
        var id = isDone ? await world.DoneAndLostAsync() : await world.LostAsync();
        await ReviewedAsync(world, id);
        world.Time.Advance(TimeSpan.FromMinutes(5));
        return id;
    }

    public static GatewayPayment Payment(World world) => world.Gateway.PaymentOf("INV-1");

    public static void Portal(World world, string reference) =>
        Payment(world).Refunds.Add(new GatewayRefund(reference, Money.FromAmount(CaseWorld.Amount), "RF"));

    /// <summary>2C2P does the first refund once more, with its mark.</summary>
    public static void Repeat(World world, string reference) =>
        Payment(world).Refunds.Add(Payment(world).Refunds[0] with { Reference = reference });

    public static void List(World world, Func<RefundEntry, RefundEntry> change) =>
        world.Gateway.Always(
            ProcessType.RefundStatus,
            _ =>
            {
                var list = Answers.ListView(Payment(world));
                return Answers.Of(list with { Refunds = [.. list.Refunds.Select(change)] });
            }
        );

    public static PaymentProcessResponse Marked(OperationId id, PaymentProcessResponse says) =>
        says with
        {
            UserDefined = [id.ToString(), null],
        };

    public static async Task LaterAsync(World world, OperationId id, TimeSpan time)
    {
        world.Time.Advance(time);
        await world.RunAsync(id);
    }

    public static async Task<OperationId> NeverSentAsync(World world)
    {
        var id = await world.RefundAsync(CaseWorld.Amount);
        world.Gateway.Always(ProcessType.RefundStatus, _ => Answers.Lost);
        await LaterAsync(world, id, world.Times.AcceptedPatience);
        world.ListIsBack();
        return id;
    }

    public static async Task<OperationId> PendingAsync(World world)
    {
        world.AddPayment(isCard: false);
        var id = await world.RefundAsync(CaseWorld.Amount);
        await world.RunAsync(id);
        return id;
    }

    public static void Lie(World world) =>
        world.Gateway.Next(
            ProcessType.Refund,
            (_, work) =>
            {
                work();
                return Task.FromResult(Answers.Of(CaseWorld.Says("RFF", null, code: "45")));
            }
        );

    public static async Task<OperationId> LiedAboutAsync(World world)
    {
        var id = await world.RefundAsync(CaseWorld.Amount);
        Lie(world);
        await world.RunAsync(id);
        world.Time.Advance(world.Times.WatchAfterEnd);
        await world.RunAsync(id);
        return id;
    }

    public static async Task<OperationId> OlderCopyAsync(World world, bool isDone)
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
