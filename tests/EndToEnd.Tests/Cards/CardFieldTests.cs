using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Cards;

/// <summary>Each field of the published answer about cards (Vectors/fields.csv) reaches the shop, but for the envelope.</summary>
public sealed class CardFieldTests(World world)
{
    private const string Message = "MaintenanceResponse";

    private static readonly WorldMerchant Merchant = WorldMerchant.Plain;

    public static TheoryData<string> Fields => [.. PublishedFields.Of(Message)];

    [Fact]
    public void The_table_has_nine_fields_that_are_not_of_the_envelope() => Fields.Count.ShouldBe(9);

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_value_that_the_gateway_answers_is_in_the_answer_of_the_app(string field)
    {
        var id = await world.HaveCardAsync(Merchant);
        var value = ValueOf(field, id);
        await world.FaultCardAsync(
            Merchant,
            id,
            "I",
            "set-fields",
            new JsonObject { ["fields"] = new JsonObject { [field] = value } }
        );

        var answer = await world.ReadCardAsync(Merchant, id);

        answer.Status.ShouldBe(field == "respCode" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK, answer.Body);
        Shown(answer, field).ShouldBe(value);
    }

    // Only the card and the merchant that were asked for are believed, and only another code than success shows that the code is not made up.
    private static string ValueOf(string field, string id) =>
        field switch
        {
            "merchantID" => Merchant.Id,
            "respCode" => "12",
            "respReason" => "Any text ✓",
            "panBank" => "ธนาคารไทยพาณิชย์",
            "storeCardUniqueID" => id,
            "panCountry" => "LA",
            "cardholderName" => "Any Name",
            "cardholderEmail" => "any@probe.example",
            "panMasked" => "XXXXXXXXXXXX0042",
            _ => throw new InvalidOperationException($"Cover the field {field}."),
        };

    private static string? Shown(Answer answer, string field) =>
        field switch
        {
            "merchantID" => answer["merchantId"],
            "respCode" => answer.Json["gateway"]!["respCode"]!.ToString(),
            "respReason" => answer.Json["gateway"]!["respDesc"]!.ToString(),
            _ => answer[field],
        };
}
