using System.Net;
using Testing;

namespace EndToEnd.Tests.Callbacks;

/// <summary>A callback as 2C2P posts it, caught on its way by a listener of the test's own.</summary>
internal static class CaughtCallback
{
    public static async Task<byte[]> OfAsync(PendingRefund refund)
    {
        using var listener = new HttpListener();
        var address = $"http://127.0.0.1:{FreePorts.One()}/";
        listener.Prefixes.Add(address);
        listener.Start();

        var receiving = listener.GetContextAsync();
        var sending = refund.NotifyAsync("normal", status: "RF", url: address);
        if (await Task.WhenAny(receiving, sending) == sending)
            (await sending).ShouldHaveSingleItem().ShouldNotBeNull("2C2P did not reach the listener.");
        var context = await receiving;
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        context.Response.Close();
        await sending;

        return body.ToArray();
    }
}
