using System.Net;
using Functions.Tests.Support;
using PaymentGateway.Http.Operations;
using PaymentGateway.Http.Problems;
using PaymentOperations.Operations;
using TwoC2P;
using TwoC2P.Codes;

namespace Functions.Tests.Operations;

public sealed class AcceptAnswerTests
{
    private static readonly OperationId Other = OperationId.Parse("0198f2a0-0000-7000-8000-000000000002");

    private static readonly AcceptResult[] Every =
    [
        new AcceptResult.Accepted(Sample.Operation(), Replayed: false),
        new AcceptResult.KeyReused(),
        new AcceptResult.PaymentNotFound(Sample.Gateway("16", "Transaction does not exist")),
        new AcceptResult.StatusNotValid(Sample.Gateway("12", "Transaction status not valid", "A")),
        new AcceptResult.AmountExceeds(Money.FromAmount(7.5m)),
        new AcceptResult.InProgress(Other, OperationKind.Settlement),
        new AcceptResult.Executing(Other),
        new AcceptResult.GatewayRefused(Sample.Gateway("14", "Invalid merchant id")),
        new AcceptResult.Unavailable(),
        new AcceptResult.Acceptable(Sample.Command(), Money.FromAmount(750m)),
        new AcceptResult.SettlementExceeds(Money.FromAmount(300m)),
        new AcceptResult.AmountNotOfCurrency(
            Sample.Command() with
            {
                Amount = Money.FromAmount(10.5m),
                SubMerchants = [new("SUB1", Money.FromAmount(5m)), new("SUB2", Money.FromAmount(5.5m))],
            },
            Iso4217.Find("JPY")!
        ),
        new AcceptResult.DailyLimitReached(
            Money.FromAmount(50000m),
            Money.FromAmount(120.5m),
            Iso4217.Find("THB")!,
            new(2026, 11, 24, 0, 0, 0, TimeSpan.FromHours(7))
        ),
    ];

    [Fact]
    public void every_result_has_an_answer()
    {
        var kinds = typeof(AcceptResult).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(AcceptResult)));

        Every.Select(result => result.GetType()).ShouldBe(kinds, ignoreOrder: true);
        Every.ShouldAllBe(result => AcceptAnswers.Answer(result, new MerchantId("JT01"), OperationKind.Refund) != null);
    }

    [Theory]
    [InlineData(1, 422, "idempotency_key_reused", false)]
    [InlineData(2, 404, "payment_not_found", false)]
    [InlineData(3, 422, "payment_status_not_valid", false)]
    [InlineData(4, 422, "amount_exceeds_refundable", false)]
    [InlineData(5, 409, "operation_in_progress", true)]
    [InlineData(6, 409, "operation_executing", true)]
    [InlineData(7, 422, "gateway_settings_refused", false)]
    [InlineData(8, 503, "unavailable", true)]
    [InlineData(10, 422, "amount_exceeds_authorized", false)]
    [InlineData(11, 400, "invalid_request", false)]
    [InlineData(12, 422, "daily_limit_reached", false)]
    public void a_refusal_has_its_code(int index, int status, string code, bool retryable)
    {
        var answer = AcceptAnswers.Answer(Every[index], new MerchantId("JT01"), OperationKind.Refund);

        answer
            .ShouldBeOfType<Problem>()
            .Code.ShouldBe(new ErrorCode(code, status, answer.ShouldBeOfType<Problem>().Code.Title, retryable));
    }

    [Theory]
    [InlineData(OperationKind.Refund, "A", "void it, or settle it first")]
    [InlineData(OperationKind.Refund, "RS", "void the payment before that, or refund it afterwards")]
    [InlineData(OperationKind.Refund, "V", "The payment is voided")]
    [InlineData(OperationKind.Refund, "AR", "no money was taken")]
    [InlineData(OperationKind.Refund, "AP", "read it again later")]
    [InlineData(OperationKind.Settlement, "S", "captured already")]
    [InlineData(OperationKind.Void, "SS", "refund it")]
    [InlineData(OperationKind.Void, "XX", "2C2P does no void")]
    [InlineData(OperationKind.Settlement, null, "2C2P does no settlement")]
    public void a_state_that_does_not_fit_is_told_with_what_would_do(OperationKind kind, string? state, string advice) =>
        StateAdvice.Of(kind, state).ShouldContain(advice);

    [Fact]
    public async Task a_refusal_of_2C2P_is_passed_on()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Intake.Result = Every[3];

        using var response = await sut.PostRefundAsync(Calls.RefundBody);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "payment_status_not_valid");
        problem
            .GetProperty("gateway")
            .GetRawText()
            .ShouldBe("""{"respCode":"12","respDesc":"Transaction status not valid","status":"A"}""");
    }

    [Fact]
    public async Task an_amount_that_is_too_large_says_what_is_left()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Intake.Result = Every[4];

        using var response = await sut.PostRefundAsync(Calls.RefundBody);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "amount_exceeds_refundable");
        problem.GetProperty("refundable").GetRawText().ShouldBe("7.50");
    }

    [Fact]
    public async Task a_daily_limit_says_what_it_is_what_is_left_and_when_it_begins_anew()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Intake.Result = Every[12];

        using var refused = await sut.PostRefundAsync(Calls.RefundBody);
        using var rehearsed = await sut.PostRefundAsync("?dryRun=true", Calls.RefundBody);

        foreach (var response in new[] { refused, rehearsed })
        {
            var problem = await response.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "daily_limit_reached");
            problem
                .GetProperty("detail")
                .GetString()
                .ShouldBe(
                    "The refunds of one day may be worth 50000.00 THB together; left for today: 120.50 THB. Nothing was done, and an Idempotency-Key is still free. "
                        + "Ask for no more than that, or wait until the day begins anew at 2026-11-24T00:00:00+07:00; the gateway's operator sets the limit."
                );
        }
    }

    [Fact]
    public async Task a_settlement_that_is_too_large_says_what_was_authorized()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Intake.Result = Every[10];

        using var response = await sut.Http.SendAsync(Calls.Post("merchants/JT01/settlements", Calls.RefundBody));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "amount_exceeds_authorized");
        problem.GetProperty("authorized").GetRawText().ShouldBe("300.00");
        problem.TryGetProperty("refundable", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task decimals_that_the_currency_does_not_have_are_named_one_by_one()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Intake.Result = Every[11];

        using var response = await sut.PostRefundAsync(Calls.RefundBody);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        string[] problems = ["Give a whole amount: JPY has no decimals."];
        var errors = problem.ErrorsOf();
        errors.Keys.ShouldBe(["amount", "subMerchants[1].subAmount"]);
        errors.Values.ShouldAllBe(texts => texts.SequenceEqual(problems));
    }

    [Fact]
    public async Task an_operation_in_the_way_is_named_by_its_address()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Intake.Result = Every[5];

        using var response = await sut.PostRefundAsync(Calls.RefundBody);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.Conflict, "operation_in_progress");
        problem.GetProperty("operation").GetString().ShouldBe($"/api/merchants/JT01/settlements/{Other}");
        response.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task a_void_that_is_being_executed_says_when_to_come_back()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Intake.Result = Every[6];

        using var response = await sut.Http.SendAsync(Calls.Post("merchants/JT01/voids", """{"invoiceNo":"I"}"""));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.Conflict, "operation_executing");
        problem.GetProperty("operation").GetString().ShouldBe($"/api/merchants/JT01/voids/{Other}");
        response.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(OperationKind.Void, OperationStatus.Succeeded, HttpStatusCode.OK)]
    [InlineData(OperationKind.Void, OperationStatus.Failed, HttpStatusCode.OK)]
    [InlineData(OperationKind.Void, OperationStatus.Pending, HttpStatusCode.Accepted)]
    [InlineData(OperationKind.Void, OperationStatus.Unknown, HttpStatusCode.Accepted)]
    [InlineData(OperationKind.Settlement, OperationStatus.Succeeded, HttpStatusCode.Accepted)]
    [InlineData(OperationKind.Refund, OperationStatus.Failed, HttpStatusCode.Accepted)]
    public async Task only_a_final_void_answers_200(OperationKind kind, OperationStatus state, HttpStatusCode status)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Intake.Result = new AcceptResult.Accepted(Sample.Operation(kind, state), Replayed: true);
        var body = kind == OperationKind.Void ? """{"invoiceNo":"I"}""" : Calls.RefundBody;
        var collection = kind.ToString().ToLowerInvariant() + "s";

        using var response = await sut.Http.SendAsync(Calls.Post($"merchants/JT01/{collection}", body));

        response.StatusCode.ShouldBe(status);
        response.Headers.Location!.OriginalString.ShouldBe($"/api/merchants/JT01/{collection}/{Sample.Id}");
        response.Headers.RetryAfter.ShouldBe(
            state is OperationStatus.Succeeded or OperationStatus.Failed ? null : new(TimeSpan.FromSeconds(2))
        );
        sut.Intake.Commands.ShouldHaveSingleItem().Kind.ShouldBe(kind);
    }
}
