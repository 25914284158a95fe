using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.RecurringPlans;

/// <summary>Each field of the published answer about plans (Vectors/fields.csv) reaches the shop, but for the envelope.</summary>
public sealed class PlanFieldTests(World world)
{
    private const string Message = "RecurringMaintenanceResponse";

    private static readonly WorldMerchant Merchant = WorldMerchant.Plain;

    public static TheoryData<string> Fields => [.. PublishedFields.Of(Message)];

    [Fact]
    public void The_table_has_fifteen_fields_that_are_not_of_the_envelope() => Fields.Count.ShouldBe(15);

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_value_that_the_gateway_answers_is_in_the_answer_of_the_app(string field)
    {
        var id = await world.HavePlanAsync(Merchant);
        var (sent, shown) = ValueOf(field, id);
        await world.FaultPlanAsync(
            Merchant,
            id,
            "I",
            "set-fields",
            new JsonObject { ["fields"] = new JsonObject { [field] = sent } }
        );

        var answer = await world.ReadPlanAsync(Merchant, id);

        answer.Status.ShouldBe(field == "respCode" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK, answer.Body);
        Shown(answer, field).ShouldBe(shown);
    }

    // Only the plan that was asked for is believed, and only another code than success shows that the code is not made up.
    private static (string Sent, string Shown) ValueOf(string field, string id) =>
        field switch
        {
            "respCode" => ("12", "12"),
            "respReason" => ("Any text ✓", "Any text ✓"),
            "recurringUniqueID" => (id, id),
            "recurringStatus" => ("N", "false"),
            "invoicePrefix" => ("PROBE-1", "PROBE-1"),
            "currency" => ("392", "JPY 392"),
            "amount" => ("999999999999", "9999999999.99"),
            "maskedCardNo" => ("411111XXXXXX0042", "411111XXXXXX0042"),
            "allowAccumulate" => ("Y", "true"),
            "maxAccumulateAmount" => ("000000000001", "0.01"),
            "recurringInterval" => ("365", "365"),
            "recurringCount" => ("99999", "99999"),
            "currentCount" => ("77", "77"),
            "chargeNextDate" => ($"2902{Ahead.LeapYear}", $"{Ahead.LeapYear}-02-29"),
            "chargeOnDate" => ("2902", "02-29"),
            _ => throw new InvalidOperationException($"Cover the field {field}."),
        };

    private static string? Shown(Answer answer, string field) =>
        field switch
        {
            "respCode" => answer.Json["gateway"]!["respCode"]!.ToString(),
            "respReason" => answer.Json["gateway"]!["respDesc"]!.ToString(),
            "recurringStatus" => answer["active"],
            "currency" => $"{answer["currency"]} {answer["currencyNumber"]}",
            _ => answer[field],
        };
}
