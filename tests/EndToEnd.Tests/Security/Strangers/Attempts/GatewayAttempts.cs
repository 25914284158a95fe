using System.Net;
using EndToEnd.Tests.QuickPay;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Security.Strangers.Attempts;

/// <summary>At what 2C2P keeps: cards, plans and links.</summary>
internal static class GatewayAttempts
{
    public static Dictionary<string, IReadOnlyList<Attempt>> All { get; } =
        new()
        {
            // A card of the stranger's own, not the one that the key once made.
            ["CreateCard"] = [new(of => Ask.Post("cards", of.CardBody, of.KeyOf("card")), HttpStatusCode.Created)],
            ["GetCard"] = [new(of => Ask.Get($"cards/{of.CardId}"))],
            ["UpdateCard"] = [new(of => Ask.Patch($"cards/{of.CardId}", """{"panBank":"UOB"}"""))],
            ["DeleteCard"] = [new(of => Ask.Delete($"cards/{of.CardId}"))],
            ["GetRecurringPlan"] = [new(of => Ask.Get($"recurring-plans/{of.PlanId}"))],
            ["UpdateRecurringPlan"] = [new(of => Ask.Patch($"recurring-plans/{of.PlanId}", """{"amount":1.00}"""))],
            ["CancelRecurringPlan"] = [new(of => Ask.Delete($"recurring-plans/{of.PlanId}"))],
            ["CreateLink"] = [new(of => Ask.Post(LinkWorld.Links, of.LinkBody, of.KeyOf("link")), HttpStatusCode.Created)],
            ["GetLink"] = [new(of => Ask.Get($"{LinkWorld.Links}/{of.LinkId}"))],
            ["UpdateLink"] = [new(of => Ask.Patch($"{LinkWorld.Links}/{of.LinkId}", """{"description":"By a stranger"}"""))],
            ["DeleteLink"] = [new(of => Ask.Delete($"{LinkWorld.Links}/{of.LinkId}"))],
            ["SendLink"] = [new(of => Send(of, of.KeyOf("delivery"))), new(of => Send(of, ShopClient.NewKey()))],
            ["GetInstallmentOptions"] = [new(_ => Ask.Get("installment-options"), HttpStatusCode.OK)],
        };

    private static Ask Send(Objects of, string key) =>
        Ask.Post($"{LinkWorld.Links}/{of.LinkId}/send", LinkWorld.Delivery().ToJsonString(), key);
}
