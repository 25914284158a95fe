using PaymentGateway.Http.Problems;
using TwoC2P.CardTokens;
using TwoC2P.Codes;
using TwoC2P.Outcomes;
using TwoC2P.QuickPay;
using TwoC2P.Signing;

namespace Functions.Tests.Problems;

/// <summary>Every result code that 2C2P publishes is one problem for a question and one for a change.</summary>
public sealed class ResultCodeTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "errors.md"));

    private static readonly AnswerEvidence Evidence = new(HashForm.Full, "v1", "00");

    /// <summary>The codes of the XML APIs but success, as published, each with what it says to callers.</summary>
    private static Dictionary<string, string> Expected { get; } =
        Table(
            ("not found", "01 04 16"),
            ("settings", "03 13 14 17 96 97"),
            ("uncertain", "95 98 99"),
            (
                "refused",
                "02 05 10 11 12 15 18 21 22 25 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 61 65"
            )
        );

    /// <summary>QuickPay's codes but success, as published, each with what it says to callers.</summary>
    private static Dictionary<string, string> ExpectedOfQuickPay { get; } =
        Table(
            ("not found", "002"),
            ("settings", "001 015 997"),
            ("uncertain", "999"),
            (
                "refused",
                "003 004 005 006 007 008 009 010 011 012 013 014 016 017 018 019 020 021 022 023 024 025 026 027 101 102 103 104 105 106 107 108 998"
            )
        );

    public static TheoryData<string> Codes { get; } = [.. Expected.Keys];

    public static TheoryData<string> CodesOfQuickPay { get; } = [.. ExpectedOfQuickPay.Keys];

    [Fact]
    public void the_tables_are_the_published_ones()
    {
        ResultCode.Table.Keys.Select(code => code.Text).ShouldBe(Expected.Keys.Append("00"), ignoreOrder: true);
        QuickPayResultCode
            .Table.Keys.Select(code => code.Text)
            .ShouldBe(ExpectedOfQuickPay.Keys.Append("000"), ignoreOrder: true);
        Expected.Count.ShouldBe(50);
        ExpectedOfQuickPay.Count.ShouldBe(38);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void a_result_of_the_xml_apis_is_one_documented_problem(string code)
    {
        var refused = new GatewayOutcome<CardTokenResponse>.Refused(
            new() { RespCode = new(code), RespReason = "2C2P's reason" },
            Evidence
        );

        var read = ApiProblems.OfRead(refused, RefusalOf, ErrorCodes.CardNotFound);
        var write = ApiProblems.OfWrite(refused, RefusalOf, ErrorCodes.CardNotFound);

        ShouldBe(read, OfRead(Expected[code], "card_not_found"), code);
        ShouldBe(write, OfWrite(Expected[code], "card_not_found"), code);
    }

    [Theory]
    [MemberData(nameof(CodesOfQuickPay))]
    public void a_result_of_quickpay_is_one_documented_problem(string code)
    {
        var refused = new GatewayOutcome<QuickPayResponse>.Refused(
            new() { ResCode = new(code), ResDesc = "2C2P's reason" },
            Evidence
        );

        var read = ApiProblems.OfRead(refused, RefusalOfQuickPay, ErrorCodes.LinkNotFound);
        var write = ApiProblems.OfWrite(refused, RefusalOfQuickPay, ErrorCodes.LinkNotFound);

        ShouldBe(read, OfRead(ExpectedOfQuickPay[code], "link_not_found"), code);
        ShouldBe(write, OfWrite(ExpectedOfQuickPay[code], "link_not_found"), code);
    }

    [Theory]
    [InlineData("06")]
    [InlineData("77")]
    [InlineData("000")]
    [InlineData("")]
    public void a_result_that_is_not_published_says_nothing_certain(string code)
    {
        var refused = new GatewayOutcome<CardTokenResponse>.Refused(new() { RespCode = new(code) }, Evidence);

        ApiProblems.OfRead(refused, RefusalOf, ErrorCodes.CardNotFound).Code.Code.ShouldBe("gateway_unavailable");
        ApiProblems.OfWrite(refused, RefusalOf, ErrorCodes.CardNotFound).Code.Code.ShouldBe("gateway_outcome_unknown");
    }

    private static Refusal RefusalOf(CardTokenResponse response) => Refusal.Of(response.RespCode, response.RespReason);

    private static Refusal RefusalOfQuickPay(QuickPayResponse response) => Refusal.Of(response.ResCode, response.ResDesc);

    private static (int Status, string Code, bool Retryable) OfRead(string meaning, string notFound) =>
        meaning == "uncertain" ? (503, "gateway_unavailable", true) : OfWrite(meaning, notFound);

    private static (int Status, string Code, bool Retryable) OfWrite(string meaning, string notFound) =>
        meaning switch
        {
            "not found" => (404, notFound, false),
            "settings" => (422, "gateway_settings_refused", false),
            "uncertain" => (504, "gateway_outcome_unknown", false),
            _ => (422, "gateway_refused", false),
        };

    private static void ShouldBe(Problem problem, (int Status, string Code, bool Retryable) expected, string code)
    {
        (problem.Code.Status, problem.Code.Code, problem.Code.Retryable).ShouldBe(expected);
        problem.Gateway!.RespCode.ShouldBe(code);
        problem.Gateway.RespDesc.ShouldBe("2C2P's reason");
        Page.ShouldContain(
            $"\n### {expected.Code}\n\nHTTP {expected.Status} · retryable: {(expected.Retryable ? "yes" : "no")}\n"
        );
    }

    private static Dictionary<string, string> Table(params (string Meaning, string Codes)[] rows) =>
        rows.SelectMany(row => row.Codes.Split(' ').Select(code => (code, row.Meaning)))
            .ToDictionary(pair => pair.code, pair => pair.Meaning, StringComparer.Ordinal);
}
