using System.Text;
using Sandbox.Webhooks;

namespace EndToEnd.Tests.Security.Leaks;

/// <summary>The webhooks that a receiver was sent, verified or not.</summary>
internal static class ToldContent
{
    public static IEnumerable<Content> Read(ShopReceiver receiver) =>
        receiver.Told.Select(told => new Content($"webhook to {told.MerchantId}", Encoding.UTF8.GetBytes(told.Body)));
}
