using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Cases;

/// <summary>What the sequences have in common: a refund of 40.00 on a payment of 100.00, of which two would fit.</summary>
internal static class CaseWorld
{
    public const decimal Amount = 40m;

    /// <summary>A merchant who vouches that 2C2P executes nothing later than a second after a request.</summary>
    public static Merchant Vouched(Merchant merchant) => merchant with { DoneWithin = TimeSpan.FromSeconds(1) };

    /// <summary>The gateway's lists show nothing.</summary>
    public static void ListLags(this World world, string invoiceNo = "INV-1") =>
        world.Gateway.Always(
            ProcessType.RefundStatus,
            _ => Answers.List(new GatewayPayment { InvoiceNo = invoiceNo, IsCard = true })
        );

    public static void ListIsNotOffered(this World world, string code = "97") =>
        world.Gateway.Always(ProcessType.RefundStatus, request => Answers.Refused(request, code));

    public static void ListIsBack(this World world) => world.Gateway.Always(ProcessType.RefundStatus, null);

    /// <summary>A refund that 2C2P did and whose answer was lost.</summary>
    public static async Task<OperationId> DoneAndLostAsync(this World world, decimal amount = Amount)
    {
        var id = await world.RefundAsync(amount);
        world.Gateway.LoseAnswerOfNext(ProcessType.Refund);
        await world.RunAsync(id);
        (await world.RowAsync(id)).Status.ShouldBe(OperationStatus.Unknown);
        return id;
    }

    /// <summary>A refund that 2C2P did not do and whose answer was lost.</summary>
    public static async Task<OperationId> LostAsync(this World world, decimal amount = Amount)
    {
        var id = await world.RefundAsync(amount);
        world.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        await world.RunAsync(id);
        return id;
    }

    /// <summary>A refund that was lost and may be sent again.</summary>
    public static async Task<OperationId> ToBeSentAgainAsync(this World world, decimal amount = 60m)
    {
        var id = await world.LostAsync(amount);
        while ((await world.RowAsync(id)).Status == OperationStatus.Unknown)
            await world.RunWhenDueAsync(id);
        return id;
    }

    public static PaymentProcessResponse Says(
        string status,
        string? reference = "9001",
        decimal amount = Amount,
        string code = "00"
    ) => Answers.Response("R", "INV-1", code, status, Money.FromAmount(amount), reference);

    /// <summary>It is sent no more than so often, and a person knows.</summary>
    public static void ShouldBeAPersons(this World world, OperationRow row, int sent = 1)
    {
        world.Gateway.Sent.Count.ShouldBe(sent);
        row.IsFinal.ShouldBeFalse();
        row.NeedsReview.ShouldBeTrue();
    }
}
