using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Functions.Tests.Support;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Routing;
using PaymentGateway.Http.Security;
using Testing.Contract;

namespace Functions.Tests.Contract;

public sealed partial class ContractDocumentTests
{
    private readonly ContractDocument sut = ContractDocument.Current;

    [Fact]
    public void every_functions_method_and_route_is_described_and_nothing_else_is()
    {
        var functions =
            from method in FunctionMethods.Http
            where method.DeclaringType != typeof(ZzUnmatched)
            let trigger = FunctionMethods.TriggerOf(method)!
            from verb in trigger.Methods!
            where verb != "head"
            select (FunctionMethods.NameOf(method), verb, $"/{trigger.Route}");

        sut.Operations.Select(one => (one.Operation["operationId"]!.GetValue<string>(), one.Method, one.Path))
            .ShouldBe(functions, ignoreOrder: true);
    }

    [Fact]
    public void every_get_also_answers_head_as_the_introduction_says()
    {
        var verbs = FunctionMethods
            .Http.Where(method => method.DeclaringType != typeof(ZzUnmatched))
            .Select(method => FunctionMethods.TriggerOf(method)!.Methods!);

        verbs.ShouldAllBe(methods => methods.Contains("get") == methods.Contains("head"));
        sut.Root["info"]!["description"]!.GetValue<string>().ShouldContain("Every address with GET also answers HEAD.");
    }

    [Fact]
    public void every_operation_names_the_scope_that_its_function_asks_for()
    {
        var described = sut.Operations.ToDictionary(
            one => one.Operation["operationId"]!.GetValue<string>(),
            one =>
                one.Operation["security"] is JsonArray { Count: 0 }
                    ? "public"
                    : Text(one.Operation["x-scopes"]!.AsArray().Single())
        );

        described.ShouldBe(
            FunctionAccess.Scopes.Concat(
                FunctionAccess
                    .Public.Keys.Where(name => name != nameof(ZzUnmatched))
                    .Select(name => KeyValuePair.Create(name, "public"))
            ),
            ignoreOrder: true
        );
    }

    [Fact]
    public void every_error_code_is_described_and_no_other_is()
    {
        var codes = sut.Root["components"]!["schemas"]!["ErrorCode"]!;
        var described = codes["enum"]!
            .AsArray()
            .Zip(codes["x-enum-descriptions"]!.AsArray())
            .ToDictionary(pair => Text(pair.First), pair => pair.Second);

        described.Keys.ShouldBe(ErrorCodes.All.Select(code => code.Code), ignoreOrder: true);
        ErrorCodes.All.ShouldAllBe(code =>
            Text(described[code.Code]).StartsWith($"HTTP {code.Status}. ", StringComparison.Ordinal)
            && Text(described[code.Code]).Contains("What to do: ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void every_error_code_stands_under_an_answer_of_its_status()
    {
        var byOperation =
            from one in sut.Operations
            from response in one.Operation["responses"]!.AsObject()
            from code in CodesOf(response.Value!)
            select (code, int.Parse(response.Key, System.Globalization.CultureInfo.InvariantCulture));

        byOperation.Distinct().ShouldBe(ErrorCodes.All.Select(code => (code.Code, code.Status)), ignoreOrder: true);
    }

    [Fact]
    public void every_reference_leads_somewhere_and_every_part_is_used()
    {
        var references = Nodes(sut.Root).OfType<JsonObject>().Select(node => node["$ref"]).OfType<JsonNode>().ToList();
        var parts =
            from kind in sut.Root["components"]!.AsObject()
            where kind.Key != "securitySchemes"
            from part in kind.Value!.AsObject()
            select $"#/components/{kind.Key}/{part.Key}";

        references.ForEach(reference => SchemaOf(reference).ShouldNotBeNull());
        parts.ShouldBe(references.Select(Text).Where(text => !text.Contains("/properties/")).Distinct(), ignoreOrder: true);
    }

    [Fact]
    public void every_placeholder_of_a_path_is_a_described_parameter()
    {
        foreach (var (path, _, operation) in sut.Operations)
            ParametersOf(path, operation)
                .Where(parameter => Text(parameter["in"]) == "path")
                .Select(parameter => Text(parameter["name"]))
                .ShouldBe(Placeholder().Matches(path).Select(match => match.Groups["name"].Value), path);
    }

    [Fact]
    public void every_post_but_the_callback_takes_the_idempotency_key()
    {
        var without = sut.Operations.Where(one =>
            one.Method == "post"
            && ParametersOf(one.Path, one.Operation).All(parameter => Text(parameter["name"]) != "Idempotency-Key")
        );

        without.Select(one => Text(one.Operation["operationId"])).ShouldBe(["ReceiveNotification"]);
    }

    [Fact]
    public void everything_is_explained_to_people()
    {
        var operations = sut.Operations.SelectMany(one =>
            new[] { one.Operation["summary"], one.Operation["description"] }
                .Concat(ParametersOf(one.Path, one.Operation).Select(parameter => parameter["description"]))
                .Concat(one.Operation["responses"]!.AsObject().Select(answer => sut.Resolve(answer.Value!)["description"]))
        );
        var fields =
            from schema in sut.Root["components"]!["schemas"]!.AsObject()
            from field in schema.Value!["properties"]?.AsObject() ?? []
            select sut.Resolve(field.Value!)["description"];

        operations.Concat(fields).ShouldAllBe(text => text != null && Text(text).Length > 5);
    }

    [Fact]
    public void every_operation_has_a_tag_that_is_explained()
    {
        var tags = sut.Root["tags"]!.AsArray().Select(tag => Text(tag!["name"]));

        sut.Operations.Select(one => Text(one.Operation["tags"]![0])).Distinct().ShouldBe(tags, ignoreOrder: true);
    }

    [Fact]
    public void every_example_fits_its_schema()
    {
        var wrong =
            from node in Nodes(sut.Root).OfType<JsonObject>()
            where node["schema"] is JsonObject && node["example"] is not null
            from complaint in sut.Check(node["schema"]!, node["example"])
            select complaint;
        var wrongFields =
            from node in Nodes(sut.Root["components"]!["schemas"]!).OfType<JsonObject>()
            where node["examples"] is JsonArray
            from example in node["examples"]!.AsArray()
            from complaint in sut.Check(node, example)
            select complaint;

        wrong.Concat(wrongFields).ShouldBeEmpty();
    }

    private IEnumerable<JsonObject> ParametersOf(string path, JsonObject operation) =>
        (sut.Root["paths"]![path]!["parameters"]?.AsArray() ?? [])
            .Concat(operation["parameters"]?.AsArray() ?? [])
            .Select(parameter => sut.Resolve(parameter!));

    private IEnumerable<string> CodesOf(JsonNode response) =>
        sut.Resolve(response)["content"]?["application/problem+json"]?["x-error-codes"]?.AsArray().Select(Text) ?? [];

    private JsonObject SchemaOf(JsonNode reference) => sut.Resolve(new JsonObject { ["$ref"] = Text(reference) });

    private static IEnumerable<JsonNode> Nodes(JsonNode node) =>
        node switch
        {
            JsonObject parent => parent.Select(member => member.Value).OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
            JsonArray list => list.OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
            _ => [node],
        };

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
