using System.Text.Json.Nodes;

namespace Sandbox.Demonstration.Steps;

/// <summary>A recurring plan is read, one of its terms is changed, and it is ended.</summary>
internal sealed class RecurringPlan : IStep
{
    // The simulator starts with it; it is the plan of 2C2P's sample.
    private const string Id = "156142";
    private const string Path = $"recurring-plans/{Id}";

    public string Title => "A recurring plan of 99.90 every 30 days becomes 120.00, and is cancelled";

    public async Task PlayAsync(Stage stage)
    {
        var plan = await stage.Shop.GetAsync(Path, "active", "amount", "currency", "recurringInterval", "chargeNextDate");
        stage.Timeline.Check("each charge takes", "99.90", plan["amount"]);

        var changed = await stage.Shop.PatchAsync(
            Path,
            new JsonObject { ["amount"] = 120.00m },
            "amount",
            "recurringInterval",
            "chargeNextDate"
        );
        var record = await stage.Gateway.RecordAsync("plans", Id);
        stage.Timeline.Check("each charge takes", "120.00", changed["amount"]);
        stage.Timeline.Check("the gateway has, in hundredths", "000000012000", record["amount"]);
        stage.Timeline.Check("days between charges, as before", plan["recurringInterval"], record["recurringInterval"]);

        var cancelled = await stage.Shop.DeleteAsync(Path, "active");
        stage.Timeline.Check("the plan charges", "false", cancelled["active"]);
        stage.Timeline.Check("the gateway has it cancelled", "true", (await stage.Gateway.RecordAsync("plans", Id))["cancelled"]);
    }
}
