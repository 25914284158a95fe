using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.QuickPay;

/// <summary>Each field of the published answer to Send (Vectors/fields.csv) reaches the shop, but for the envelope.</summary>
public sealed class SendLinkFieldTests(World world)
{
    private const string Message = "QPSendRes";

    private static readonly WorldMerchant Merchant = WorldMerchant.Plain;
    private static readonly string[] Envelope = ["version", "timeStamp", "processType", "hashValue"];

    public static TheoryData<string> Fields =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Vectors", "fields.csv"))
                .Select(line => line.Split(','))
                .Where(row => row[0] == Message && !Envelope.Contains(row[1]))
                .Select(row => row[1]),
        ];

    [Fact]
    public void The_table_has_seven_fields_that_are_not_of_the_envelope() => Fields.Count.ShouldBe(7);

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_value_that_the_gateway_answers_is_in_the_answer_of_the_app(string field)
    {
        var qpId = await world.HaveLinkAsync(Merchant);
        var value = ValueOf(field, qpId);
        await world.FaultLinkAsync(
            Merchant,
            qpId,
            "Send",
            "set-fields",
            new() { ["fields"] = new JsonObject { [field] = value } }
        );

        var answer = await world.SendLinkAsync(Merchant, qpId, LinkWorld.Delivery());

        answer.Status.ShouldBe(field == "resCode" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK, answer.Body);
        Shown(answer, field).ShouldBe(value);
    }

    // Only the link that was asked for is believed, and only another code than success shows that the code is not made up.
    private static string ValueOf(string field, string qpId) =>
        field switch
        {
            "qpID" => qpId,
            "resCode" => "104",
            "resDesc" => "Any text ✓",
            "successEmails" or "failedEmails" => "first@probe.example;second@probe.example",
            "successMobiles" or "failedMobiles" => "+6511111111;+6522222222",
            _ => throw new InvalidOperationException($"Cover the field {field}."),
        };

    private static string? Shown(Answer answer, string field) =>
        field switch
        {
            "qpID" => answer["qpID"],
            "resCode" => answer.Json["gateway"]!["respCode"]!.ToString(),
            "resDesc" => answer.Json["gateway"]!["respDesc"]!.ToString(),
            "successEmails" => Those(answer, "email", "delivered", "probe"),
            "failedEmails" => Those(answer, "email", "failed", "probe"),
            "successMobiles" => Those(answer, "mobile", "delivered", "+65"),
            "failedMobiles" => Those(answer, "mobile", "failed", "+65"),
            _ => throw new InvalidOperationException($"Cover the field {field}."),
        };

    private static string Those(Answer answer, string channel, string result, string part) =>
        string.Join(
            ';',
            answer.Json["recipients"]!
                .AsArray()
                .Where(one => one!["channel"]!.ToString() == channel && one["result"]!.ToString() == result)
                .Select(one => one!["recipient"]!.ToString())
                .Where(recipient => recipient.Contains(part, StringComparison.Ordinal))
        );
}
