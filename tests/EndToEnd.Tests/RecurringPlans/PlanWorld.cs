using System.Security.Cryptography;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.RecurringPlans;

/// <summary>Recurring plans as shops ask for them and as the gateway holds them.</summary>
internal static class PlanWorld
{
    /// <summary>A plan at the gateway, with these values of its own; its id.</summary>
    public static async Task<string> HavePlanAsync(
        this World world,
        WorldMerchant merchant,
        params IReadOnlyList<(string Name, string Value)> values
    )
    {
        var id = $"7{RandomNumberGenerator.GetString("0123456789", 15)}";
        var plan = new JsonObject
        {
            ["merchantId"] = merchant.Id,
            ["recurringUniqueId"] = id,
            ["recurringStatus"] = "Y",
            ["invoicePrefix"] = "PLAN",
            ["currency"] = "702",
            ["amount"] = "000000009990",
            ["allowAccumulate"] = "N",
            ["maxAccumulateAmount"] = "000000001000",
            ["recurringInterval"] = "30",
            ["recurringCount"] = "12",
            ["currentCount"] = "3",
            ["chargeNextDate"] = Ahead.Of("3112YYYY"),
        };
        foreach (var (name, value) in values)
            plan[name] = value;

        await world.Gateway.PostAsync("plans", plan);
        return id;
    }

    public static Task<Answer> ReadPlanAsync(this World world, WorldMerchant merchant, string id) =>
        world.Shop.GetAsync(merchant, Address(id));

    public static Task<Answer> PatchPlanAsync(this World world, WorldMerchant merchant, string id, string patch) =>
        world.Shop.SendAsync(HttpMethod.Patch, merchant, Address(id), patch, null);

    public static Task<Answer> CancelPlanAsync(this World world, WorldMerchant merchant, string id) =>
        world.Shop.SendAsync(HttpMethod.Delete, merchant, Address(id), null, null);

    /// <summary>The gateway's own record of a plan.</summary>
    public static async Task<JsonObject> PlanAtGatewayAsync(this World world, WorldMerchant merchant, string id) =>
        (await world.Gateway.GetAsync($"plans/{id}?merchantId={merchant.Id}")).AsObject();

    /// <summary>Makes the next call of a process type for a plan go wrong.</summary>
    public static Task FaultPlanAsync(
        this World world,
        WorldMerchant merchant,
        string id,
        string processType,
        string kind,
        JsonObject? parameters = null
    )
    {
        var fault = parameters ?? [];
        fault["kind"] = kind;
        fault["match"] = new JsonObject
        {
            ["merchantId"] = merchant.Id,
            ["api"] = "RecurringMaintenance",
            ["processType"] = processType,
            ["id"] = id,
        };
        return world.Gateway.PostAsync("faults", fault);
    }

    /// <summary>The process types of the calls that reached the gateway for a plan, in order.</summary>
    public static async Task<IReadOnlyList<string>> ActionsOfPlanAsync(this World world, WorldMerchant merchant, string id) =>
        [
            .. (await world.Gateway.GetAsync($"calls?merchantId={merchant.Id}&api=RecurringMaintenance&id={id}"))
                .AsArray()
                .Select(call => call!["processType"]!.ToString()),
        ];

    private static string Address(string id) => $"recurring-plans/{id}";
}
