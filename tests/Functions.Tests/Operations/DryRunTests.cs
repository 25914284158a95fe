using System.Net;
using Functions.Tests.Support;
using PaymentOperations.Operations;
using TwoC2P;

namespace Functions.Tests.Operations;

public sealed class DryRunTests
{
    private const string Address = "merchants/JT01/refunds?dryRun=true";

    [Fact]
    public async Task a_dry_run_answers_what_would_be_accepted_and_needs_no_key()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Intake.Result = new AcceptResult.Acceptable(
            Sample.Command() with
            {
                Reason = "returned goods",
                Metadata = new Dictionary<string, string> { ["orderId"] = "1001" },
            },
            Money.FromAmount(750m)
        );

        using var response = await sut.Http.SendAsync(Calls.Post(Address, Calls.RefundBody, idempotencyKey: null));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.Location.ShouldBeNull();
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            """
            {"dryRun":true,"kind":"refund","merchantId":"JT01","invoiceNo":"INV-SETTLED-1","amount":250.00,"currency":"SGD","reason":"returned goods",
            "metadata":{"orderId":"1001"},"refundable":750.00}
            """.ReplaceLineEndings("")
        );
        sut.Intake.Commands.ShouldBeEmpty();
        sut.Intake.Rehearsed.ShouldHaveSingleItem().Amount.ShouldBe(Money.FromAmount(250m));
    }

    [Theory]
    [InlineData("refunds", "\"amount\":1,", OperationKind.Refund)]
    [InlineData("settlements", "\"amount\":1,", OperationKind.Settlement)]
    [InlineData("voids", "", OperationKind.Void)]
    public async Task every_operation_can_be_rehearsed(string collection, string amount, OperationKind kind)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(
            Calls.Post($"merchants/JT01/{collection}?dryRun=true", $$"""{{{amount}}"invoiceNo":"I"}""", idempotencyKey: null)
        );

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.JsonAsync()).GetProperty("kind").GetString().ShouldBe(kind.ToString().ToLowerInvariant());
        sut.Intake.Rehearsed.ShouldHaveSingleItem().Kind.ShouldBe(kind);
        sut.DidNothing.ShouldBeTrue();
    }

    [Fact]
    public async Task a_refusal_is_the_one_of_the_real_request()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Intake.Result = new AcceptResult.AmountExceeds(Money.FromAmount(7.5m));

        using var response = await sut.Http.SendAsync(Calls.Post(Address, Calls.RefundBody, idempotencyKey: null));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "amount_exceeds_refundable");
        problem.GetProperty("refundable").GetRawText().ShouldBe("7.50");
    }

    [Theory]
    [InlineData("?dryRun=maybe", "dryRun")]
    [InlineData("?dryRun=", "dryRun")]
    [InlineData("?dryRun=True", "dryRun")]
    [InlineData("?dryRun=1", "dryRun")]
    [InlineData("?dryRun=true&dryRun=true", "dryRun")]
    [InlineData("?dryrun=true", "query")]
    [InlineData("?dry_run=true", "query")]
    public async Task a_dry_run_that_is_not_understood_is_refused_and_does_nothing(string query, string field)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync(query, Calls.RefundBody);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
        problem.ErrorsOf().Keys.ShouldBe([field]);
        sut.DidNothing.ShouldBeTrue();
        sut.Intake.Rehearsed.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_wrong_body_is_refused_as_always()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(Address, """{"invoiceNo":"I"}""", idempotencyKey: null));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe(["amount"]);
        sut.Intake.Rehearsed.ShouldBeEmpty();
    }

    [Fact]
    public async Task without_it_a_key_is_required()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(
            Calls.Post("merchants/JT01/refunds?dryRun=false", Calls.RefundBody, idempotencyKey: null)
        );

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "idempotency_key_required");
        sut.DidNothing.ShouldBeTrue();
    }

    [Fact]
    public async Task false_is_the_real_thing()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync("?dryRun=false", Calls.RefundBody);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        sut.Intake.Commands.Count.ShouldBe(1);
        sut.Intake.Rehearsed.ShouldBeEmpty();
    }
}
