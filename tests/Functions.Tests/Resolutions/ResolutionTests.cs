using System.Net;
using Functions.Tests.Support;
using PaymentOperations.Operations;
using TwoC2P;

namespace Functions.Tests.Resolutions;

public sealed class ResolutionTests
{
    private const string Resolution = $"merchants/JT01/operations/{Sample.Id}/resolution";
    private const string Cancellation = $"merchants/JT01/operations/{Sample.Id}/cancellation";
    private const string Word = """
        {"outcome":"succeeded","reference":"9001","despite":["9002:Done"],"actor":"Mei Tan","reason":"the portal shows it","lookedAt":"the portal"}
        """;
    private const string Cancel = """{"actor":"Mei Tan","reason":"ordered twice"}""";

    [Fact]
    public async Task a_word_reaches_the_operation_whole()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(Resolution, Word));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.Location.ShouldBe(new Uri($"/api/merchants/JT01/refunds/{Sample.Id}", UriKind.Relative));
        sut.Resolutions.Commands.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                command => command.OperationId.ToString().ShouldBe(Sample.Id),
                command => command.Outcome.ShouldBe(ResolutionOutcome.Succeeded),
                command => command.Reference.ShouldBe("9001"),
                command => command.Despite.ShouldBe(["9002:Done"]),
                command => command.Actor.ShouldBe("Mei Tan"),
                command => command.Reason.ShouldBe("the portal shows it"),
                command => command.LookedAt.ShouldBe("the portal"),
                command => command.IdempotencyKey.ShouldBe("key-1"),
                command => command.ApiKeyId.ShouldBe("all")
            );
    }

    // Of thirteen digits in a row one number in ten checks out by Luhn.
    [Theory]
    [InlineData("1795947992994")]
    [InlineData("1795947992999")]
    [InlineData("0000000000000000")]
    [InlineData("T-2026/11-29")]
    public async Task every_reference_of_2C2P_can_be_named_whatever_its_digits_are(string reference)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(
            Calls.Post(
                Resolution,
                $$"""{"outcome":"succeeded","reference":"{{reference}}","despite":["{{reference}}:Done","-:Failed","payment:RS"],"actor":"Mei Tan","reason":"r","lookedAt":"p"}"""
            )
        );

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        sut.Resolutions.Commands.ShouldHaveSingleItem().Despite[0].ShouldBe($"{reference}:Done");
    }

    [Fact]
    public async Task a_cancellation_is_a_word_of_its_own()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(Cancellation, Cancel));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        sut.Resolutions.Commands.ShouldHaveSingleItem().Outcome.ShouldBe(ResolutionOutcome.Cancelled);
    }

    [Theory]
    [InlineData("""{}""", "actor", "lookedAt", "outcome", "reason")]
    [InlineData("""{"outcome":"cancelled","actor":"Mei Tan","reason":"r","lookedAt":"p"}""", "outcome")]
    [InlineData("""{"outcome":"Succeeded","actor":"Mei Tan","reason":"r","lookedAt":"p"}""", "outcome")]
    [InlineData("""{"outcome":"failed","reference":"9001","actor":"Mei Tan","reason":"r","lookedAt":"p"}""", "reference")]
    [InlineData("""{"outcome":"failed","actor":"M","reason":"r","lookedAt":"p"}""", "actor")]
    [InlineData("""{"outcome":"failed","actor":"  M  ","reason":"r","lookedAt":"p"}""", "actor")]
    [InlineData("""{"outcome":"failed","actor":"4111 1111 1111 1111","reason":"r","lookedAt":"p"}""", "actor")]
    [InlineData("""{"outcome":"failed","actor":"Mei Tan","reason":"card 4111111111111111","lookedAt":"p"}""", "reason")]
    [InlineData("""{"outcome":"failed","actor":"Mei Tan","reason":"r","lookedAt":"4111-1111-1111-1111"}""", "lookedAt")]
    [InlineData("""{"outcome":"failed","actor":"Mei Tan","reason":"","lookedAt":"p"}""", "reason")]
    [InlineData("""{"outcome":"failed","actor":"Mei\u0007Tan","reason":"r","lookedAt":"p"}""", "actor")]
    [InlineData("""{"outcome":"failed","actor":"Mei Tan","reason":"r","lookedAt":"p","despite":"9001"}""", "despite")]
    [InlineData("""{"outcome":"failed","actor":"Mei Tan","reason":"r","lookedAt":"p","despite":[""]}""", "despite")]
    [InlineData("""{"outcome":"failed","actor":"Mei Tan","reason":"r","lookedAt":"p","despite":[9001]}""", "despite")]
    [InlineData(
        """{"outcome":"failed","actor":"Mei Tan","reason":"r","lookedAt":"p","despite":["4111111111111111"]}""",
        "despite"
    )]
    [InlineData(
        """{"outcome":"failed","actor":"Mei Tan","reason":"r","lookedAt":"p","despite":["4111111111111111:Done"]}""",
        "despite"
    )]
    [InlineData(
        """{"outcome":"succeeded","reference":"4111111111111111","actor":"Mei Tan","reason":"r","lookedAt":"p"}""",
        "reference"
    )]
    [InlineData("""{"outcome":"failed","actor":"Mei Tan","reason":"r","lookedAt":"p","force":true}""", "force")]
    [InlineData("""[]""", "$")]
    public async Task what_is_no_word_is_refused_with_every_field(string body, params string[] fields)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(Resolution, body));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe(fields, ignoreOrder: true);
        sut.DidNothing.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Resolution, Word)]
    [InlineData(Cancellation, Cancel)]
    public async Task a_word_needs_a_key_of_its_own_and_the_scope(string path, string body)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Add(FakeMerchants.KeyOf("sk_refunds", "refunds:write", "operations:read"));

        using var keyless = await sut.Http.SendAsync(Calls.Post(path, body, idempotencyKey: null));
        using var wrongScope = await sut.Http.SendAsync(Calls.Post(path, body).With("X-Api-Key", "sk_refunds"));

        await keyless.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "idempotency_key_required");
        var problem = await wrongScope.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "missing_scope");
        problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain("operations:resolve");
        sut.DidNothing.ShouldBeTrue();
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("0198F2A0-0000-7000-8000-000000000001")]
    public async Task an_id_that_is_none_is_not_found(string id)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post($"merchants/JT01/operations/{id}/resolution", Word));

        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "operation_not_found");
        sut.DidNothing.ShouldBeTrue();
    }

    [Fact]
    public async Task a_refusal_shows_the_evidence_and_hides_what_looks_like_a_card_number()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Resolutions.Result = new ResolutionResult.Refused(
            "2C2P contradicts it.",
            [
                new ContradictingEntry("9001:Done", "It lists 1795959403472 and 4111111111111111", MayBeOverruled: true)
                {
                    Reference = "9001",
                    Status = "RF",
                    Amount = Money.FromAmount(40m),
                },
            ]
        );

        using var response = await sut.Http.SendAsync(Calls.Post(Resolution, Word));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.Conflict, "resolution_refused");
        problem
            .GetProperty("contradictions")[0]
            .GetRawText()
            .ShouldBe(
                """{"key":"9001:Done","words":"It lists 1795959403472 and 411111XXXXXX1111","mayBeOverruled":true,"reference":"9001","status":"RF","amount":40.00}"""
            );
    }

    [Fact]
    public async Task every_other_result_has_its_answer()
    {
        await using var sut = await TestApp.StartAsync();
        async Task<HttpResponseMessage> AnswerToAsync(ResolutionResult result)
        {
            sut.Resolutions.Result = result;
            return await sut.Http.SendAsync(Calls.Post(Resolution, Word));
        }

        using var waiting = await AnswerToAsync(new ResolutionResult.Waiting(Sample.Operation(status: OperationStatus.Unknown)));
        using var again = await AnswerToAsync(new ResolutionResult.Settled(Sample.Operation(), Replayed: true));
        using var missing = await AnswerToAsync(new ResolutionResult.NotFound());
        using var reused = await AnswerToAsync(new ResolutionResult.KeyReused());
        using var unavailable = await AnswerToAsync(new ResolutionResult.Unavailable());

        waiting.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        await missing.ShouldBeProblemAsync(HttpStatusCode.NotFound, "operation_not_found");
        await reused.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
        await unavailable.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
    }
}
