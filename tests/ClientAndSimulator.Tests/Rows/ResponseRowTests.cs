using System.Text.Json.Nodes;
using ClientAndSimulator.Tests.Running;
using ClientAndSimulator.Tests.Table;
using ClientAndSimulator.Tests.Verbs;
using TwoC2P.InstallmentOptions;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;

namespace ClientAndSimulator.Tests.Rows;

/// <summary>Each row of the response tables: the value that is set at the gateway reaches the client's typed result.</summary>
public sealed class ResponseRowTests(RunningSimulator simulator)
{
    private static readonly Dictionary<string, string> VerbOf = new(StringComparer.Ordinal)
    {
        ["PaymentProcessResponse"] = "Payment Inquiry",
        ["MaintenanceResponse"] = "Cards Inquiry",
        ["RecurringMaintenanceResponse"] = "Plans Inquiry",
        ["IppOptionResponse"] = "Options Get",
        ["QPSendRes"] = "QuickPay Send",
    };

    /// <summary>From the published table, so that a row that nobody covers fails.</summary>
    public static TheoryData<string, string> Rows =>
        [.. PublishedField.All.Where(row => row.IsOfAnswer && row.Type != "array").Select(row => (row.Message, row.Field))];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_value_reaches_the_typed_result(string message, string field)
    {
        var row = ResponseRows.Find(message, field);
        var verb = Verb.Find(VerbOf[message]);
        await using var sut = await Meeting.BeginAsync(simulator);
        var usual = await verb.CallAsync(sut);
        await sut.SetAsync(field, row.Text);

        var ending = await verb.SendAsync(sut);

        ending.Kind.ShouldBe(row.Ending);
        row.Read(ending.Response!).ShouldBe(row.Expected);
        usual.Kind.ShouldBe(Ending.Answered);
        ReadOrNull(row, usual.Response!).ShouldNotBe(row.Expected);
    }

    [Fact]
    public void Every_response_row_of_the_table_is_covered_and_nothing_else()
    {
        var published = PublishedField.All.Where(row => row.IsOfAnswer).Select(row => $"{row.Message} {row.Field}");

        string[] covered =
        [
            .. ResponseTexts.All.Select(row => $"{row.Message} {row.Field}"),
            .. ArrayRows.Select(row => $"{row.Data.Item1} {row.Data.Item2}"),
        ];

        covered.ShouldBe(published, ignoreOrder: true);
        covered.Length.ShouldBe(26 + 12 + 18 + 22 + 10);
    }

    [Fact]
    public void No_two_texts_of_a_message_are_the_same_but_flags()
    {
        var texts = ResponseTexts.All.Select(row => (row.Message, Text: ResponseTexts.Of(row.Message, row.Field)));

        texts.Where(row => row.Text is not "N").ShouldBeUnique();
    }

    public static TheoryData<string, string> ArrayRows =>
        new()
        {
            { "PaymentProcessResponse", "subMerchantList" },
            { "PaymentProcessResponse", "refundList" },
            { "IppOptionResponse", "ippBanks" },
            { "IppOptionResponse", "bins" },
            { "IppOptionResponse", "installmentOptions" },
        };

    [Theory]
    [MemberData(nameof(ArrayRows))]
    public async Task Every_item_of_an_array_reaches_the_typed_result_in_its_order(string message, string field)
    {
        await using var sut = await Meeting.BeginAsync(simulator);

        var items = message is "IppOptionResponse" ? await OptionItemsAsync(sut, field) : await PaymentItemsAsync(sut, field);

        items.ShouldBe(
            field switch
            {
                "subMerchantList" => ["SUB1 40.00", "SUB2 60.00"],
                "refundList" => ["10.00", "15.00"],
                "ippBanks" => ["FIRST", "SECOND"],
                "bins" => ["411111", "455633"],
                "installmentOptions" => ["3", "6"],
                _ => throw new InvalidOperationException($"Cover the array {field}."),
            }
        );
    }

    private static async Task<IEnumerable<string?>> PaymentItemsAsync(Meeting sut, string field)
    {
        var shares = new JsonArray(
            new JsonObject { ["subMid"] = "SUB1", ["subAmount"] = "40.00" },
            new JsonObject { ["subMid"] = "SUB2", ["subAmount"] = "60.00" }
        );
        await PaymentVerbs.SeedAsync(sut, "S", subMerchants: field is "subMerchantList" ? shares : null);
        if (field is "refundList")
        {
            await PaymentVerbs.SendAsync(sut, PaymentVerbs.Request(ProcessType.Refund, 10.00m));
            await PaymentVerbs.SendAsync(sut, PaymentVerbs.Request(ProcessType.Refund, 15.00m));
        }

        var outcome = await PaymentVerbs.SendAsync(sut, PaymentVerbs.Request(ProcessType.RefundStatus));

        var answer = outcome.ShouldBeOfType<PaymentActionOutcome.Answered>().Response;
        return field is "refundList"
            ? answer.Refunds.Select(refund => refund.Amount?.ToWire())
            : answer.SubMerchants.Select(share => $"{share.SubMid} {share.SubAmount}");
    }

    private static async Task<IEnumerable<string?>> OptionItemsAsync(Meeting sut, string field)
    {
        await OptionVerbs.SeedAsync(sut);

        var outcome = await OptionVerbs.GetAsync(sut);

        var banks = outcome.ShouldBeOfType<GatewayOutcome<InstallmentOptionsResponse>.Answered>().Response.Banks;
        return field switch
        {
            "ippBanks" => banks.Select(bank => bank.BankShortName),
            "bins" => banks[0].Bins,
            _ => banks[0].Options.Select(option => option.InstallmentPeriod.Text),
        };
    }

    /// <summary>The usual answer has no shares and no refunds.</summary>
    private static object? ReadOrNull(ResponseRow row, object response)
    {
        var isOfAnEmptyList =
            response is PaymentProcessResponse { Refunds: [] } && row.Field.Split(' ') is ["refund" or "subMerchant", _];
        return isOfAnEmptyList ? null : row.Read(response);
    }
}
