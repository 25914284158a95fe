using System.Text;
using ClientAndSimulator.Tests.Rows;
using ClientAndSimulator.Tests.Running;
using ClientAndSimulator.Tests.Table;
using TwoC2P.Outcomes;

namespace ClientAndSimulator.Tests.Page;

/// <summary>The 145 published fields: what 2C2P says, what is done here, and the test.</summary>
internal static class FieldsBlock
{
    private static readonly Dictionary<string, string> Arrays = new(StringComparer.Ordinal)
    {
        ["subMerchantList"] = "`SubMerchants`",
        ["refundList"] = "`Refunds`; only answers to `RS`",
        ["ippBanks"] = "`Banks`; empty when the merchant has no instalments",
        ["bins"] = "`Banks.Bins`",
        ["installmentOptions"] = "`Banks.Options`",
    };

    private static readonly Dictionary<string, string> Tolerance = new(StringComparer.Ordinal)
    {
        ["RecurringMaintenanceResponse amount"] = "; 12 digits, or a decimal with a point as in one of 2C2P's samples",
        ["RecurringMaintenanceResponse maxAccumulateAmount"] = "; 12 digits, or a decimal with a point",
        ["RecurringMaintenanceResponse chargeNextDate"] = "; `ddMMyyyy`, or `yyyyMMdd` as in one of 2C2P's samples",
        ["RecurringMaintenanceResponse recurringInterval"] = "; 0 counts as none",
        ["IppOptionResponse option merInterestRate"] = "; negative: not offered, `MerchantRate` is null",
        ["IppOptionResponse option cusInterestRate"] = "; negative: not offered, `CustomerRate` is null",
        ["IppOptionResponse bankTerms"] = "; may be missing in newer answers",
        ["IppOptionResponse bankPromoUrl"] = "; may be missing in newer answers",
        ["PaymentProcessResponse referenceNo"] = "; of a refund, when there is no `refundReferenceNo`",
        ["PaymentProcessResponse status"] = "; codes that are not in the table are kept",
        ["MaintenanceResponse panMasked"] = "; to `A`: what it shows must be the card's",
    };

    public static string Render()
    {
        var text = new StringBuilder();
        foreach (var message in PublishedField.All.GroupBy(row => row.Message))
        {
            var table = new MarkdownTable("Field", "Format", "Mandatory", "Here", "Test");
            foreach (var row in message)
                table.Row($"`{row.Field}`", FormatOf(row), row.Mandatory, HereOf(row), TestsOf(row));
            text.Append($"### {message.Key}\n\n").Append(table).Append('\n');
        }

        return text.ToString();
    }

    private static string FormatOf(PublishedField row) => $"{row.Type} {row.Length}".Trim();

    private static string HereOf(PublishedField row)
    {
        if (!row.IsOfAnswer)
            return RequestRules.Of(row.Message, row.Field);
        if (row.Type is "array")
            return Arrays[row.Field];

        var read = ResponseRows.Find(row.Message, row.Field);
        return $"`{read.Property}`{Note(read.Ending)}{Tolerance.GetValueOrDefault($"{row.Message} {row.Field}")}";
    }

    private static string Note(string ending) =>
        ending switch
        {
            Ending.Answered => "",
            Ending.Refused => "; decides between yes and no",
            _ when ending == Ending.Unknown(UnknownReason.Mismatched) => "; must be the request's, or the answer is not believed",
            _ when ending == Ending.Unknown(UnknownReason.Unverified) => "; verified before anything is believed",
            _ => throw new InvalidOperationException($"Say what {ending} means."),
        };

    private static string TestsOf(PublishedField row) =>
        row switch
        {
            { Message: "PaymentProcessRequest" } => Links.To("tests/TwoC2P.Tests/PaymentAction/RequestTableTests.cs"),
            { IsOfAnswer: false } => Links.To("tests/TwoC2P.Tests/ApiRequestTableTests.cs"),
            { Message: "PaymentProcessResponse" } => Links.ToAll(
                Links.ResponseRows,
                "tests/TwoC2P.Tests/PaymentAction/ResponseTableTests.cs"
            ),
            _ => Links.ToAll(Links.ResponseRows, "tests/TwoC2P.Tests/ApiResponseTableTests.cs"),
        };
}
