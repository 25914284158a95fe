using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Cards;
using EndToEnd.Tests.QuickPay;
using EndToEnd.Tests.Security.Strangers.Attempts;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Security.Strangers;

/// <summary>Names that are as they should be and that no merchant has anything by.</summary>
internal static class Nobody
{
    private const string Id = "0199ffff-0000-7000-8000-00000000beef";

    /// <param name="owner">Whose names these are like.</param>
    public static Objects Like(Objects owner) =>
        new()
        {
            PaidInvoice = World.NewInvoice(),
            AuthorizedInvoice = World.NewInvoice(),
            RefundedInvoice = World.NewInvoice(),
            SettledInvoice = World.NewInvoice(),
            VoidedInvoice = World.NewInvoice(),
            RefundId = Id,
            SettlementId = Id,
            VoidId = Id,
            ReviewId = Id,
            RefundReference = Reversed(owner.RefundReference),
            Order = RandomNumberGenerator.GetHexString(16),
            RefundBody = new JsonObject { ["invoiceNo"] = World.NewInvoice(), ["amount"] = 10.00m }.ToJsonString(),
            CardId = "424242",
            CardBody = CardWorld.NewCard().ToJsonString(),
            PlanId = $"7{RandomNumberGenerator.GetString("0123456789", 15)}",
            LinkId = "4242424242",
            LinkBody = LinkWorld.NewLink(LinkWorld.NewPrefix()).ToJsonString(),
            EventId = Reversed(owner.EventId, tail: 6),
            QuarantinedId = Reversed(owner.QuarantinedId),
            Cursor = Elsewhere(owner.Cursor),
            ChangesCursor = Elsewhere(owner.ChangesCursor),
            // How many were shown: it names nothing of anybody.
            InvoiceCursor = owner.InvoiceCursor,
            ReportDay = OtherAttempts.Day(-60),
            Keys = ShopClient.NewKey(),
            StrangersMessage = owner.StrangersMessage,
        };

    /// <summary>A cursor of the same form that stands at another place.</summary>
    private static string Elsewhere(string cursor) =>
        Convert.ToBase64String(
            Encoding.ASCII.GetBytes(Reversed(Encoding.ASCII.GetString(Convert.FromBase64String(cursor)), tail: 6))
        );

    private static string Reversed(string text, int tail = int.MaxValue)
    {
        var kept = Math.Max(0, text.Length - tail);
        return text[..kept] + new string([.. text[kept..].Reverse()]);
    }
}
