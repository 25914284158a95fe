using System.Xml.Linq;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Faults;

/// <summary>Every field of every published answer can be given any text.</summary>
public sealed class SetFieldsTests(SharedSimulator shared) : IClassFixture<SharedSimulator>
{
    private readonly SimulatorHost _sut = shared.Host;

    public static TheoryData<string, string> Fields => new(FieldTable.ResponseFields());

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_set_field_appears_in_the_answer(string message, string field)
    {
        await SetAsync(new() { [field] = "set & seen" });

        var values = await AnswerAsync(message, field);

        values.ShouldNotBeEmpty();
        values.ShouldAllBe(value => value == "set & seen");
    }

    [Fact]
    public void The_whole_table_is_covered()
    {
        var messages = FieldTable
            .ResponseFields()
            .GroupBy(row => row.Message)
            .ToDictionary(rows => rows.Key, rows => rows.Count());

        messages.ShouldBe(
            new Dictionary<string, int>
            {
                ["PaymentProcessResponse"] = 24,
                ["MaintenanceResponse"] = 12,
                ["RecurringMaintenanceResponse"] = 18,
                ["IppOptionResponse"] = 19,
                ["QPSendRes"] = 10,
            },
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Set_fields_are_signed_like_any_others()
    {
        await SetAsync(new() { ["amount"] = "99.90", ["chargeNextDate"] = "20270307" });

        var answer = await _sut.CallAsync(ApiRequest.Plan("I", "156142"));

        answer.Text("chargeNextDate").ShouldBe("20270307");
        answer
            .IsSigned(
                "sha256",
                "version",
                "respCode",
                "recurringUniqueID",
                "recurringStatus",
                "invoicePrefix",
                "currency",
                "amount",
                "maskedCardNo",
                "allowAccumulate",
                "maxAccumulateAmount",
                "recurringInterval",
                "recurringCount",
                "currentCount",
                "chargeNextDate",
                "chargeOnDate"
            )
            .ShouldBeTrue();
    }

    [Fact]
    public async Task A_field_that_is_not_published_can_be_added()
    {
        await SetAsync(new() { ["somethingNew"] = "x" });

        var answer = await _sut.CallAsync(QuickPayRequest.Query("231095"));

        answer.Text("somethingNew").ShouldBe("x");
    }

    [Fact]
    public async Task Without_fields_there_is_nothing_to_set()
    {
        using var response = await _sut.Client.PostAsync(
            "/_control/faults",
            new StringContent("{\"kind\":\"set-fields\"}", System.Text.Encoding.UTF8, "application/json")
        );

        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    private Task SetAsync(Dictionary<string, string> fields) => _sut.ControlAsync("faults", new { kind = "set-fields", fields });

    private async Task<IReadOnlyList<string>> AnswerAsync(string message, string field)
    {
        if (message == "QPSendRes")
            return [(await _sut.CallAsync(QuickPayRequest.Send("231095"))).Text(field)];
        var answer = message switch
        {
            "PaymentProcessResponse" => XElement.Parse((await _sut.SendAsync(PaymentRequest.Inquiry("INV-SETTLED-1"))).Xml),
            "MaintenanceResponse" => await _sut.CallAsync(ApiRequest.Card("I", "260121085327001000")),
            "RecurringMaintenanceResponse" => await _sut.CallAsync(ApiRequest.Plan("I", "156142")),
            _ => await _sut.CallAsync(ApiRequest.Options()),
        };
        answer.Name.LocalName.ShouldBe(message);
        return field.Split(' ') is [var item, var attribute]
            ? [.. answer.Descendants(item).Select(each => each.Attribute(attribute)!.Value)]
            : [.. answer.Descendants(field).Select(each => each.Value)];
    }
}
