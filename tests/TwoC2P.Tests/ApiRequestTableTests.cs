using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using TwoC2P.CardTokens;
using TwoC2P.InstallmentOptions;
using TwoC2P.Outcomes;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;

namespace TwoC2P.Tests;

/// <summary>Each row of the other APIs' request tables, at its longest and one character longer.</summary>
public class ApiRequestTableTests
{
    internal static readonly string[] Messages =
    [
        "MaintenanceRequest",
        "RecurringMaintenanceRequest",
        "IppOptionRequest",
        "QPSendReq",
    ];

    // Made by the client or fixed by a type, so that nothing longer can be asked for; the longest-value test bounds what they send.
    private static readonly string[] MadeByTheClient =
    [
        "timeStamp",
        "merchantID",
        "action",
        "processType",
        "recurringStatus",
        "allowAccumulate",
        "chargeNextDate",
        "chargeOnDate",
        "hashValue",
    ];

    public static TheoryData<string, string> Fields => Rows(_ => true);

    public static TheoryData<string, string> FieldsOfTheCaller => Rows(row => !MadeByTheClient.Contains(row.Field));

    public static TheoryData<string, string> MandatoryFields => Rows(row => row.Mandatory);

    [Fact]
    public void The_tables_have_43_rows() => Fields.Count.ShouldBe(13 + 14 + 4 + 12);

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task The_longest_value_passes_and_reaches_the_gateway(string message, string field)
    {
        var length = Row(message, field).Length!.Value;
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();

        var errors = await SendAsync(sut, gateway, new ApiRequestCase(message, field, length));

        errors.ShouldBeEmpty();
        var value = ValueOf(gateway.Requests.ShouldHaveSingleItem(), message, field);
        value.ShouldNotBeNullOrEmpty();
        value.Length.ShouldBeLessThanOrEqualTo(length);
        if (!MadeByTheClient.Contains(field) && field is not "recurringInterval")
            value.Length.ShouldBe(length);
    }

    [Theory]
    [MemberData(nameof(FieldsOfTheCaller))]
    public async Task One_character_more_is_refused_by_the_fields_name(string message, string field)
    {
        var length = Row(message, field).Length!.Value + 1;
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();

        var errors = await SendAsync(sut, gateway, new ApiRequestCase(message, field, length));

        errors.Select(error => error.Field).Distinct().ShouldBe([field]);
        gateway.Requests.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(MandatoryFields))]
    public async Task A_mandatory_field_cannot_be_left_out(string message, string field)
    {
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();

        var errors = await SendAsync(sut, gateway, new ApiRequestCase(message, field, Length: 0));

        if (field is "timeStamp" or "hashValue")
            ValueOf(gateway.Requests.ShouldHaveSingleItem(), message, field).ShouldNotBeNullOrEmpty();
        else
            errors.ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    private static async Task<IReadOnlyList<FieldError>> SendAsync(
        ClientUnderTest sut,
        ScriptedGateway gateway,
        ApiRequestCase request
    )
    {
        var merchant = request.Merchant(gateway.Endpoint);
        var (deadline, stop) = (ClientUnderTest.Deadline, TestContext.Current.CancellationToken);
        return request.Message switch
        {
            "MaintenanceRequest" => Errors(
                await sut.Get<ICardTokenClient>().SendAsync(merchant, request.CardToken(), deadline, stop)
            ),
            "RecurringMaintenanceRequest" => Errors(
                await sut.Get<IRecurringPlanClient>().SendAsync(merchant, request.RecurringPlan(), deadline, stop)
            ),
            "IppOptionRequest" => Errors(await sut.Get<IInstallmentOptionClient>().GetAsync(merchant, deadline, stop)),
            "QPSendReq" => Errors(await sut.Get<IQuickPayClient>().SendAsync(merchant, request.SendLink(), deadline, stop)),
            _ => throw new InvalidOperationException($"Cover the message {request.Message}."),
        };
    }

    private static IReadOnlyList<FieldError> Errors<T>(GatewayOutcome<T> outcome)
        where T : class
    {
        if (outcome is not GatewayOutcome<T>.NeverSent never)
            return [];

        never.Reason.ShouldBe(NeverSentReason.InvalidRequest);
        return never.Errors;
    }

    private static string? ValueOf(ReceivedRequest request, string message, string field)
    {
        if (!message.StartsWith("QP", StringComparison.Ordinal))
            return XElement.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(request.Envelope))).Element(field)?.Value;

        using var json = JsonDocument.Parse(Convert.FromBase64String(request.Body));
        return json.RootElement.GetProperty(message).GetProperty(field).GetString();
    }

    private static FieldRow Row(string message, string field) => FieldTable.Rows(message).Single(row => row.Field == field);

    private static TheoryData<string, string> Rows(Func<FieldRow, bool> choose) =>
        [.. Messages.SelectMany(FieldTable.Rows).Where(choose).Select(row => (row.Message, row.Field))];
}
