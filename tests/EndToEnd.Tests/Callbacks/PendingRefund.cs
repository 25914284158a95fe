using System.Net;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Callbacks;

/// <summary>A refund of an alternative payment method: 2C2P took it and decides later.</summary>
internal sealed record PendingRefund(World World, WorldMerchant Merchant, string InvoiceNo, string Id, string ReferenceNo)
{
    public const decimal Captured = 750.00m;

    public string NotifyUrl => $"{World.Sandbox.App.Address}api/notifications/{Merchant.Id}/{Id}";

    public static async Task<PendingRefund> StartAsync(World world, WorldMerchant merchant, decimal amount)
    {
        var invoiceNo = await world.Gateway.CreateAsync(merchant, Captured, channel: "apm");
        return await AddAsync(world, merchant, invoiceNo, amount);
    }

    /// <summary>Starts one on a payment that is there already.</summary>
    public static async Task<PendingRefund> AddAsync(World world, WorldMerchant merchant, string invoiceNo, decimal amount)
    {
        var accepted = await world.Shop.RefundAsync(merchant, invoiceNo, amount);
        accepted.Status.ShouldBe(HttpStatusCode.Accepted, accepted.Body);
        var pending = await world.Shop.WaitForAsync(merchant, accepted["id"]!, "pending");
        return new PendingRefund(
            world,
            merchant,
            invoiceNo,
            accepted["id"]!,
            pending.Json["gateway"]!["refundReferenceNo"]!.ToString()
        );
    }

    /// <summary>Lets 2C2P confirm it.</summary>
    public Task FinishAsync(bool notify = true) => EndAsync("finish", notify);

    /// <summary>Lets 2C2P reject it.</summary>
    public Task RejectAsync() => EndAsync("reject", notify: true);

    /// <summary>Makes 2C2P call back now; the HTTP statuses of our answers.</summary>
    public Task<IReadOnlyList<int?>> NotifyAsync(string mode, string? status = null, string? url = null) =>
        World.Gateway.NotifyAsync(
            Merchant,
            InvoiceNo,
            new()
            {
                ["mode"] = mode,
                ["referenceNo"] = ReferenceNo,
                ["status"] = status,
                ["url"] = url,
            }
        );

    /// <summary>Posts a callback to us as 2C2P would.</summary>
    public async Task<Answer> PostAsync(byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(NotifyUrl))
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/x-www-form-urlencoded") } },
        };
        return await World.Shop.SendAsync(request);
    }

    public Task<Answer> ReadAsync() => World.Shop.GetAsync(Merchant, $"refunds/{Id}");

    public Task<Answer> WaitForAsync(string status) => World.Shop.WaitForAsync(Merchant, Id, status);

    private Task EndAsync(string how, bool notify) =>
        World.Gateway.CommandAsync(
            $"transactions/refunds/{how}",
            Merchant,
            InvoiceNo,
            new() { ["referenceNo"] = ReferenceNo, ["notify"] = notify }
        );
}
