using System.Net;
using Functions.Tests.Support;
using PaymentOperations.Operations;

namespace Functions.Tests.Requests;

public sealed class IdempotencyKeyTests
{
    [Theory]
    [InlineData("refunds")]
    [InlineData("settlements")]
    [InlineData("voids")]
    public async Task a_post_without_a_key_is_refused(string collection)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(
            Calls.Post($"merchants/JT01/{collection}", Calls.RefundBody, idempotencyKey: null)
        );

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "idempotency_key_required");
        problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldStartWith("Give an Idempotency-Key");
        sut.DidNothing.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    public async Task a_key_of_1_to_255_printable_characters_is_taken(int length)
    {
        await using var sut = await TestApp.StartAsync();
        var key = new string('~', length);

        using var response = await sut.Http.SendAsync(Calls.Post("merchants/JT01/refunds", Calls.RefundBody, key));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        sut.Intake.Commands.ShouldHaveSingleItem().IdempotencyKey.ShouldBe(key);
    }

    [Theory]
    [InlineData("Idempotency-Key:", "idempotency_key_required")]
    [InlineData("Idempotency-Key: a\tb", "idempotency_key_invalid")]
    [InlineData("Idempotency-Key: a\nIdempotency-Key: b", "idempotency_key_invalid")]
    [InlineData("Idempotency-Key: a, b", "idempotency_key_invalid")]
    [InlineData("Idempotency-Key: a,b", "idempotency_key_invalid")]
    [InlineData("Idempotency-Key: a\nIdempotency-Key:", "idempotency_key_invalid")]
    public async Task a_malformed_key_is_refused(string headers, string code)
    {
        await using var sut = await TestApp.StartAsync();

        var answer = await RawHttp.SendAsync(
            sut.Address,
            $"POST /api/merchants/JT01/refunds HTTP/1.1\nX-Api-Key: {FakeMerchants.Key}\nContent-Type: application/json\n{headers}\nContent-Length: {Calls.RefundBody.Length}",
            Calls.RefundBody
        );

        answer.ShouldStartWith("HTTP/1.1 400 ");
        answer.ShouldContain($"\"code\":\"{code}\"");
        sut.DidNothing.ShouldBeTrue();
    }

    [Fact]
    public async Task a_key_that_is_too_long_is_refused()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(
            Calls.Post("merchants/JT01/refunds", Calls.RefundBody, new string('k', 256))
        );

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "idempotency_key_invalid");
        sut.DidNothing.ShouldBeTrue();
    }

    [Fact]
    public async Task a_key_of_another_request_is_refused()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Intake.Result = new AcceptResult.KeyReused();

        using var response = await sut.PostRefundAsync(Calls.RefundBody);

        await response.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
    }
}
