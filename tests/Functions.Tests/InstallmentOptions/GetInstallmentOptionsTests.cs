using System.Net;
using System.Text.Json;
using Functions.Tests.Support;
using TwoC2P.Codes;
using TwoC2P.InstallmentOptions;
using TwoC2P.Outcomes;

namespace Functions.Tests.InstallmentOptions;

public sealed class GetInstallmentOptionsTests
{
    private const string Address = "merchants/JT01/installment-options";

    private static readonly InstallmentOptionsResponse Response = new()
    {
        RespCode = ResultCode.Success,
        RespReason = "Success",
        Banks =
        [
            new()
            {
                BankName = "Demo Bank",
                BankShortName = "DEMO",
                BankLogoUrl = "https://bank.example/logo.png",
                Bins = ["411111"],
                Options =
                [
                    new()
                    {
                        Id = new("1", 1),
                        InstallmentPeriod = new("06", 6),
                        MerInterestRate = new("0.50", 0.50m),
                        CusInterestRate = new("-1.00", -1m),
                        MinAmount = new("500.00", 500m),
                        CurrencyCode = "SGD",
                        ValidFrom = new("2026-01-01", new DateOnly(2026, 1, 1)),
                        ValidUntil = new("2026-12-31", new DateOnly(2026, 12, 31)),
                    },
                ],
            },
        ],
    };

    [Fact]
    public async Task the_banks_are_shown_with_their_options_and_what_is_not_offered_is_null()
    {
        await using var sut = await WithOptionsAsync();

        using var response = await sut.Http.SendAsync(Calls.Get(Address));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await response.JsonAsync();
        body.GetProperty("gateway").GetProperty("respCode").GetString().ShouldBe("00");
        var bank = body.GetProperty("banks")[0];
        bank.GetProperty("bins")[0].GetString().ShouldBe("411111");
        var option = bank.GetProperty("options")[0];
        option.GetProperty("installmentPeriod").GetInt32().ShouldBe(6);
        option.GetProperty("merInterestOffered").GetBoolean().ShouldBeTrue();
        option.GetProperty("merInterestRate").GetDecimal().ShouldBe(0.5m);
        option.GetProperty("cusInterestOffered").GetBoolean().ShouldBeFalse();
        option.GetProperty("cusInterestRate").ValueKind.ShouldBe(JsonValueKind.Null);
        option.GetProperty("minAmount").GetRawText().ShouldBe("500.00");
        option.GetProperty("validUntil").GetString().ShouldBe("2026-12-31");
    }

    [Theory]
    [InlineData("?amount=500&currency=sgd&bin=41111188&on=2026-12-31", 1)]
    [InlineData("?amount=499.99", 0)]
    [InlineData("?amount=500.001", 1)]
    [InlineData("?currency=THB", 0)]
    [InlineData("?bin=555555", 0)]
    [InlineData("?on=2027-01-01", 0)]
    public async Task filters_leave_what_a_customer_can_take(string query, int banks)
    {
        await using var sut = await WithOptionsAsync();

        using var response = await sut.Http.SendAsync(Calls.Get(Address + query));

        (await response.JsonAsync()).GetProperty("banks").GetArrayLength().ShouldBe(banks);
    }

    [Theory]
    [InlineData("?amount=1e3", "amount")]
    [InlineData("?amount=-1", "amount")]
    [InlineData("?amount=1.23456", "amount")]
    [InlineData("?amount=1.234&currency=thb", "amount")]
    [InlineData("?amount=100.5&currency=JPY", "amount")]
    [InlineData("?amount=", "amount")]
    [InlineData("?currency=702", "currency")]
    [InlineData("?bin=41111", "bin")]
    [InlineData("?bin=4111111111111111", "bin")]
    [InlineData("?on=31.12.2026", "on")]
    [InlineData("?other=1", "query")]
    public async Task a_wrong_query_is_refused_and_2c2p_is_not_asked(string query, string field)
    {
        await using var sut = await WithOptionsAsync();

        using var response = await sut.Http.SendAsync(Calls.Get(Address + query));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
        problem.ErrorsOf().Keys.ShouldBe([field]);
        sut.Apis.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_caller_that_has_them_is_told_so()
    {
        await using var sut = await WithOptionsAsync();
        using var first = await sut.Http.SendAsync(Calls.Get(Address));

        using var same = await sut.Http.SendAsync(Calls.Get(Address).With("If-None-Match", first.Headers.ETag!.ToString()));
        using var filtered = await sut.Http.SendAsync(
            Calls.Get(Address + "?currency=THB").With("If-None-Match", first.Headers.ETag!.ToString())
        );

        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        filtered.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
    }

    [Fact]
    public async Task good_answers_are_kept_for_a_short_time_and_others_are_not()
    {
        await using var sut = await WithOptionsAsync();
        sut.Apis.Options = new GatewayOutcome<InstallmentOptionsResponse>.Unknown(UnknownReason.TimedOut, null, null);
        using var failed = await sut.Http.SendAsync(Calls.Get(Address));
        sut.Apis.Options = FakeApis.Answered(Response);

        using var first = await sut.Http.SendAsync(Calls.Get(Address));
        using var kept = await sut.Http.SendAsync(Calls.Get(Address));
        var askedWhileKept = sut.Apis.Asked.Count;
        sut.Time.Advance(TimeSpan.FromSeconds(61));
        using var later = await sut.Http.SendAsync(Calls.Get(Address));

        failed.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        askedWhileKept.ShouldBe(2);
        sut.Apis.Asked.Count.ShouldBe(3);
        later.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.UnprocessableEntity, "gateway_settings_refused")]
    [InlineData(1, HttpStatusCode.BadGateway, "gateway_unverifiable")]
    [InlineData(2, HttpStatusCode.ServiceUnavailable, "gateway_unreachable")]
    [InlineData(3, HttpStatusCode.GatewayTimeout, "gateway_timeout")]
    public async Task a_failed_read_has_its_code(int ending, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Apis.Options = ending switch
        {
            0 => new GatewayOutcome<InstallmentOptionsResponse>.Refused(
                new() { RespCode = ResultCode.InvalidHash, RespReason = "Invalid hash" },
                FakeApis.Evidence
            ),
            1 => new GatewayOutcome<InstallmentOptionsResponse>.Unknown(UnknownReason.Unverified, 200, null),
            2 => new GatewayOutcome<InstallmentOptionsResponse>.NeverSent(NeverSentReason.NotConnected, []),
            _ => new GatewayOutcome<InstallmentOptionsResponse>.Unknown(UnknownReason.ConnectionLost, null, null),
        };

        using var response = await sut.Http.SendAsync(Calls.Get(Address));

        await response.ShouldBeProblemAsync(status, code);
    }

    private static async Task<TestApp> WithOptionsAsync()
    {
        var app = await TestApp.StartAsync();
        app.Apis.Options = FakeApis.Answered(Response);
        return app;
    }
}
