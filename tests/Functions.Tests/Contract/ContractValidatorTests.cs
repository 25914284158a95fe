using System.Text.Json.Nodes;
using Testing.Contract;

namespace Functions.Tests.Contract;

/// <summary>The check that every answer goes through must itself be able to fail.</summary>
public sealed class ContractValidatorTests
{
    private const string Problem = """
        {"type":"https://pay.example.com/api/docs#code-invalid_query","title":"t","status":400,"detail":"d","code":"invalid_query","retryable":false,"requestId":"r1"}
        """;

    private readonly ContractValidator sut = ContractValidator.Current;

    [Theory]
    [InlineData("""{"status":"live","parts":[]}""")]
    [InlineData("""{"status":"ready","parts":[{"name":"tables","ready":true}]}""")]
    public void a_documented_answer_passes(string body)
    {
        Complaints("health/live", 200, "application/json", body).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"status":"asleep","parts":[]}""", "breaks enum")]
    [InlineData("""{"status":"live"}""", "breaks required")]
    [InlineData("""{"status":"live","parts":null}""", "breaks type")]
    [InlineData("""{"status":"live","parts":[],"host":"x"}""", "$.host: is not documented")]
    [InlineData("""{"status":"live","parts":[{"name":"tables","ready":1}]}""", "$.parts[0].ready: breaks type")]
    [InlineData("""{"status":""", "not JSON")]
    public void a_body_that_is_not_documented_is_named(string body, string complaint)
    {
        Complaints("health/live", 200, "application/json", body).ShouldHaveSingleItem().ShouldContain(complaint);
    }

    [Fact]
    public void another_status_or_address_is_named()
    {
        Complaints("health/live", 201, "application/json", "{}").ShouldHaveSingleItem().ShouldContain("no answer 201");
        Complaints("nowhere", 200, "application/json", "{}").ShouldHaveSingleItem().ShouldContain("no answer 200");
    }

    [Fact]
    public void another_media_type_is_named()
    {
        Complaints("health/live", 200, "text/html", "{}").ShouldHaveSingleItem().ShouldContain("no text/html");
    }

    [Fact]
    public void a_missing_header_is_named()
    {
        var headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" };

        sut.Complaints(HttpMethod.Get, "/api/health/live", 200, headers, """{"status":"live","parts":[]}""")
            .ShouldHaveSingleItem()
            .ShouldContain("X-Request-Id is missing");
    }

    [Fact]
    public void a_header_that_callers_act_by_and_that_is_not_documented_is_named()
    {
        var headers = new Dictionary<string, string>
        {
            ["Content-Type"] = "application/json",
            ["X-Request-Id"] = "r1",
            ["retry-after"] = "1",
        };

        sut.Complaints(HttpMethod.Get, "/api/health/live", 200, headers, """{"status":"live","parts":[]}""")
            .ShouldHaveSingleItem()
            .ShouldContain("retry-after is not documented");
    }

    [Fact]
    public void a_code_must_stand_under_the_operation_and_the_status()
    {
        var reused = Problem.Replace("invalid_query", "idempotency_key_reused", StringComparison.Ordinal);

        Complaints("merchants/JT01/payments", 400, "application/problem+json", Problem).ShouldBeEmpty();
        Complaints("merchants/JT01/payments", 400, "application/problem+json", reused)
            .ShouldHaveSingleItem()
            .ShouldContain("$.code: \"idempotency_key_reused\" is not one of [\"invalid_query\"]");
    }

    [Fact]
    public void an_answer_to_head_is_held_to_the_headers_alone()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["x-request-id"] = "r1" };

        sut.Complaints(HttpMethod.Head, "/api/health/live", 200, headers, "").ShouldBeEmpty();
    }

    [Fact]
    public void an_operation_has_all_its_members_where_a_refund_of_the_gateway_has_others()
    {
        const string gateways =
            """{"referenceNo":"1","gatewayStatus":"RF","amount":1.00,"dateTime":null,"at":null,"operationId":null}""";
        const string half = """{"id":"0198f2a0-5c1e-7d3a-9b61-2f4e8c7a1d05","amount":1.00}""";

        Refunds(gateways).ShouldBeEmpty();
        Refunds(half).ShouldHaveSingleItem().ShouldContain("breaks dependentRequired");

        IReadOnlyList<string> Refunds(string item) =>
            Complaints("merchants/JT01/refunds", 200, "application/json", $$"""{"items":[{{item}}],"nextCursor":null}""");
    }

    [Theory]
    [InlineData("""{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}}]}""", """{"a":"x"}""", null)]
    [InlineData("""{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}}]}""", """{"a":1}""", "$.a: breaks type")]
    [InlineData(
        """{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}}]}""",
        """{"b":"x"}""",
        "$.b: is not documented"
    )]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"null"}]}""", "null", null)]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"null"}]}""", "1", "fits not just one")]
    [InlineData("""{"oneOf":[{"type":"string"},{"minLength":1}]}""", "\"x\"", "fits not just one")]
    public void parts_and_choices_are_looked_into(string schema, string value, string? complaint)
    {
        var complaints = ContractDocument.Current.Check(JsonNode.Parse(schema)!, JsonNode.Parse(value));

        if (complaint is null)
            complaints.ShouldBeEmpty();
        else
            complaints.ShouldHaveSingleItem().ShouldContain(complaint);
    }

    [Fact]
    public void a_keyword_that_nobody_checks_is_an_error()
    {
        var schema = JsonNode.Parse("""{"contains":{}}""")!;

        Should.Throw<NotSupportedException>(() => ContractDocument.Current.Check(schema, JsonNode.Parse("{}")));
    }

    private IReadOnlyList<string> Complaints(string path, int status, string mediaType, string body) =>
        sut.Complaints(
            HttpMethod.Get,
            $"/api/{path}",
            status,
            new Dictionary<string, string> { ["X-Request-Id"] = "r1", ["Content-Type"] = mediaType },
            body
        );
}
