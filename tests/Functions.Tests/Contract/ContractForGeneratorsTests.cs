using System.Text.Json.Nodes;
using Testing.Contract;

namespace Functions.Tests.Contract;

/// <summary>
/// What OpenAPI allows and generators of clients do not understand, each rule with what happens without it (openapi-typescript 7, NSwag 14, Kiota 1.38). That the clients work is shown in tests/Clients.Tests.
/// </summary>
public sealed class ContractForGeneratorsTests
{
    private readonly ContractDocument sut = ContractDocument.Current;

    [Fact]
    public void a_reference_stands_alone()
    {
        // They drop what stands beside it. A description beside it: allOf with the reference alone.
        var accompanied = Objects(sut.Root, "#").Where(one => one.Node.ContainsKey("$ref") && one.Node.Count > 1);

        accompanied.Select(one => one.Path).ShouldBeEmpty();
    }

    [Fact]
    public void every_number_with_decimals_is_a_decimal()
    {
        // Without the format it is a double in C#.
        var numbers = Schemas.Where(one => TypesOf(one.Node).Contains("number")).ToList();

        numbers.Count.ShouldBeGreaterThan(20);
        numbers.Where(one => one.Node["format"]?.GetValue<string>() != "decimal").Select(one => one.Path).ShouldBeEmpty();
    }

    [Fact]
    public void every_word_that_is_explained_is_explained_in_its_place()
    {
        // A list beside enum: openapi-typescript and openapi-generator read it, and NSwag fails at a map.
        var explained = Schemas.Where(one => one.Node.ContainsKey("x-enum-descriptions")).ToList();

        explained.ShouldNotBeEmpty();
        explained.ShouldAllBe(one => one.Node["x-enum-descriptions"]!.AsArray().Count == one.Node["enum"]!.AsArray().Count);
    }

    [Fact]
    public void a_choice_is_only_between_one_thing_and_null()
    {
        // A choice of two objects is a bag without members in NSwag, and one that Kiota cannot read.
        Schemas.Where(one => one.Node.ContainsKey("anyOf")).Select(one => one.Path).ShouldBeEmpty();
        Schemas
            .Where(one =>
                one.Node["oneOf"] is JsonArray choice && (choice.Count != 2 || choice.All(each => each!["type"] is null))
            )
            .Select(one => one.Path)
            .ShouldBeEmpty();
    }

    [Fact]
    public void the_good_answers_of_an_operation_have_one_schema()
    {
        // NSwag throws at every other one, and Kiota reads it as the first.
        var several =
            from one in sut.Operations
            let schemas = one.Operation["responses"]!
                .AsObject()
                .Where(answer => answer.Key.StartsWith('2'))
                .SelectMany(answer => sut.Resolve(answer.Value!)["content"]?.AsObject().Take(1) ?? [])
                .Select(content => content.Value!["schema"]!.ToJsonString())
                .Distinct()
            where schemas.Count() > 1
            select one.Operation["operationId"]!.GetValue<string>();

        several.ShouldBeEmpty();
    }

    [Fact]
    public void every_problem_has_one_schema()
    {
        // One exception for all errors in the clients; which codes an answer can have stands beside it.
        var problems = Objects(sut.Root, "#").Select(one => one.Node["application/problem+json"]).OfType<JsonObject>().ToList();

        problems.ShouldNotBeEmpty();
        problems.ShouldAllBe(one => one["schema"]!["$ref"]!.GetValue<string>() == "#/components/schemas/Problem");
        problems.ShouldAllBe(one => one["x-error-codes"]!.AsArray().Count > 0);
    }

    private IEnumerable<(string Path, JsonObject Node)> Schemas =>
        Objects(sut.Root, "#").Where(one => !one.Path.EndsWith("/properties", StringComparison.Ordinal));

    private static IEnumerable<string> TypesOf(JsonObject schema) =>
        schema["type"] switch
        {
            JsonArray types => types.Select(type => type!.GetValue<string>()),
            JsonValue type => [type.GetValue<string>()],
            _ => [],
        };

    // Examples are data: their members have no meaning here.
    private static IEnumerable<(string Path, JsonObject Node)> Objects(JsonNode? node, string path) =>
        node switch
        {
            JsonObject parent => parent
                .Where(member => member.Key is not ("example" or "examples"))
                .SelectMany(member => Objects(member.Value, $"{path}/{member.Key}"))
                .Prepend((path, parent)),
            JsonArray list => list.SelectMany((item, index) => Objects(item, $"{path}/{index}")),
            _ => [],
        };
}
