using System.Net;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Faults;

/// <summary>What one refund came to while the gateway misbehaved: our word, and the gateway's own record.</summary>
/// <param name="InvoiceNo">The payment.</param>
/// <param name="Operation">The operation as a shop reads it.</param>
/// <param name="Refunds">Refunds that the gateway holds.</param>
/// <param name="Requests">Requests to refund that reached the gateway.</param>
internal sealed record FaultyRefund(string InvoiceNo, Answer Operation, int Refunds, int Requests)
{
    public const decimal Captured = 1000.00m;

    /// <summary>Two of these fit into what was captured.</summary>
    public const decimal LessThanHalf = 250.00m;

    /// <summary>Two of these do not.</summary>
    public const decimal MoreThanHalf = 600.00m;

    /// <summary>Runs one refund to its end, or until a person is asked for.</summary>
    public static async Task<FaultyRefund> RunAsync(
        World world,
        WorldMerchant merchant,
        decimal amount,
        params IReadOnlyList<GatewayFault> faults
    )
    {
        var invoiceNo = await world.Gateway.CreateAsync(merchant, Captured);
        foreach (var fault in faults)
            await fault.OrderAsync(world, merchant, invoiceNo);

        var accepted = await world.Shop.RefundAsync(merchant, invoiceNo, amount);
        accepted.Status.ShouldBe(HttpStatusCode.Accepted, accepted.Body);
        var operation = await world.Shop.WaitForEndAsync(merchant, accepted["id"]!);
        return new FaultyRefund(
            invoiceNo,
            operation,
            (await world.Gateway.RefundsAsync(merchant, invoiceNo)).Count,
            await world.Gateway.CountAsync(merchant, invoiceNo, "R")
        );
    }

    /// <summary>It succeeded, once, and says which refund of the gateway's it is.</summary>
    public void ShouldHaveSucceeded(int requests)
    {
        Operation["status"].ShouldBe("succeeded", Operation.Body);
        Operation["needsReview"].ShouldBe("false");
        Operation.Json["gateway"]!["refundReferenceNo"]?.ToString().ShouldNotBeNullOrEmpty(Operation.Body);
        Refunds.ShouldBe(1);
        Requests.ShouldBe(requests);
    }

    /// <summary>It stands visibly for a person, and was sent once.</summary>
    public void ShouldAwaitPerson(int refunds)
    {
        Operation["status"].ShouldBe("unknown", Operation.Body);
        Operation["needsReview"].ShouldBe("true");
        Operation["reviewReason"].ShouldNotBeNullOrEmpty();
        Refunds.ShouldBe(refunds);
        Requests.ShouldBe(1);
    }

    /// <summary>It failed, and the gateway refunded nothing.</summary>
    public void ShouldHaveFailed(string respCode)
    {
        Operation["status"].ShouldBe("failed", Operation.Body);
        Operation["needsReview"].ShouldBe("false");
        Operation.Json["gateway"]!["respCode"]!.ToString().ShouldBe(respCode);
        Refunds.ShouldBe(0);
    }
}
