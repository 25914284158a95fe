using System.Net;
using System.Text.Json.Nodes;
using Functions.Tests.Support;
using Testing.Contract;

namespace Functions.Tests.Requests;

/// <summary>Two properties of one name: whoever reads the first and whoever reads the last believe different things, so that nobody may take it. For every body in the contract, at every level.</summary>
public sealed class GivenTwiceTests
{
    // What the examples of the contract leave out.
    private static readonly JsonObject Additions = new()
    {
        ["RefundRequest"] = JsonNode.Parse(
            """{"bankAccount":{"bankCode":"014","accountName":"Somchai"},"subMerchants":[{"subMid":"S1","subAmount":250.00}]}"""
        ),
        ["SettlementRequest"] = JsonNode.Parse(
            """{"metadata":{"orderId":"1001"},"subMerchants":[{"subMid":"S1","subAmount":1500.00}]}"""
        ),
        ["VoidRequest"] = JsonNode.Parse("""{"metadata":{"orderId":"1001"}}"""),
        ["NewLink"] = JsonNode.Parse("""{"recurring":{"recurringAmount":25.50,"recurringCount":12}}"""),
        ["LinkPatch"] = JsonNode.Parse("""{"recurring":{"recurringAmount":25.50,"recurringCount":12}}"""),
    };

    [Fact]
    public async Task no_property_of_any_body_may_be_given_twice()
    {
        await using var sut = await TestApp.StartAsync();
        var tried = 0;

        foreach (var (path, method, schema, body) in Bodies())
        {
            foreach (var (place, twice) in EachGivenTwice(body, body, ""))
            {
                using var request = method == "patch" ? Calls.Patch(path, twice) : Calls.Post(path, twice, $"key-{tried++}");
                using var response = await sut.Http.SendAsync(request);

                var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
                problem.ErrorsOf().Keys.ShouldContain(place, $"{method} {path} ({schema}): {twice}");
                tried++;
            }
        }

        tried.ShouldBeGreaterThan(50);
        sut.DidNothing.ShouldBeTrue();
    }

    [Fact]
    public void every_object_that_a_body_may_hold_is_tried()
    {
        foreach (var (path, method, schema, body) in Bodies())
        {
            var tried = EachGivenTwice(body, body, "").Select(each => ParentOf(each.Place)).Distinct();

            tried.ShouldBe(ObjectsOf(new JsonObject { ["$ref"] = schema }, ""), ignoreOrder: true, $"{method} {path}");
        }
    }

    private static IEnumerable<(string Path, string Method, string Schema, JsonObject Body)> Bodies()
    {
        foreach (var (path, method, operation) in ContractDocument.Current.Operations)
        {
            if (operation["requestBody"]?["content"] is not JsonObject contents)
                continue;

            var content = contents
                .Where(media => media.Key.EndsWith("json", StringComparison.Ordinal))
                .Select(media => media.Value!)
                .FirstOrDefault(media => media["example"] is JsonObject);
            if (content is null)
                continue;

            var schema = content["schema"]!["$ref"]!.ToString();
            var body = content["example"]!.DeepClone().AsObject();
            foreach (var (name, value) in Additions[schema.Split('/')[^1]] as JsonObject ?? [])
                body[name] = value!.DeepClone();
            var address = path.TrimStart('/')
                .Replace("{merchantId}", "JT01", StringComparison.Ordinal)
                .Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal);
            yield return (FilledIn(address), method, schema, body);
        }
    }

    private static string FilledIn(string address) =>
        string.Join('/', address.Split('/').Select(segment => segment.StartsWith('{') ? "1234567890" : segment));

    /// <summary>The whole body once for each of its properties, with that property a second time at the end of its object, spelled with an escape.</summary>
    private static IEnumerable<(string Place, string Body)> EachGivenTwice(JsonObject root, JsonNode node, string path)
    {
        if (node is JsonArray list)
        {
            foreach (var (index, item) in list.Index())
            {
                foreach (var each in EachGivenTwice(root, item!, $"{path}[{index}]"))
                    yield return each;
            }
        }

        if (node is not JsonObject target)
            yield break;

        foreach (var (name, value) in target)
        {
            var place = path.Length == 0 ? name : $"{path}.{name}";
            yield return (place, TextOf(root, target, name));
            if (value is null)
                continue;

            foreach (var each in EachGivenTwice(root, value, place))
                yield return each;
        }
    }

    private static string TextOf(JsonNode? node, JsonObject target, string name) =>
        node switch
        {
            JsonObject members => "{"
                + string.Join(
                    ',',
                    members
                        .Select(member => $"\"{member.Key}\":{TextOf(member.Value, target, name)}")
                        .Concat(
                            ReferenceEquals(members, target)
                                ? [$"\"\\u{(int)name[0]:x4}{name[1..]}\":{members[name]?.ToJsonString() ?? "null"}"]
                                : []
                        )
                )
                + "}",
            JsonArray items => $"[{string.Join(',', items.Select(item => TextOf(item, target, name)))}]",
            _ => node?.ToJsonString() ?? "null",
        };

    private static string ParentOf(string place) => place.LastIndexOf('.') is var dot and >= 0 ? place[..dot] : "";

    private static IEnumerable<string> ObjectsOf(JsonNode schema, string path)
    {
        var resolved = ContractDocument.Current.Resolve(schema);
        foreach (var choice in resolved["oneOf"]?.AsArray() ?? [])
        {
            foreach (var each in ObjectsOf(choice!, path))
                yield return each;
        }

        if (resolved["items"] is { } items)
        {
            foreach (var each in ObjectsOf(items, $"{path}[0]"))
                yield return each;
        }

        if (resolved["type"]?.ToString() != "object")
            yield break;

        yield return path;
        foreach (var (name, property) in resolved["properties"]?.AsObject() ?? [])
        {
            foreach (var each in ObjectsOf(property!, path.Length == 0 ? name : $"{path}.{name}"))
                yield return each;
        }
    }
}
