using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

public static class Routes
{
    [Function("ZRest")]
    public static IResult Rest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request,
        string path
    ) => Text("Z rest", path);

    [Function("BLiteral")]
    public static IResult Literal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "things/literal")] HttpRequest request
    ) => Text("B literal", request.Method);

    [Function("AById")]
    public static IResult ById(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id}")] HttpRequest request,
        string id
    ) => Text("A by id", id);

    [Function("CNumber")]
    public static IResult Number(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "numbers/{n:int}")] HttpRequest request,
        int n
    ) => Text("C number", $"{n}");

    [Function("DText")]
    public static IResult Word(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "numbers/{text}")] HttpRequest request,
        string text
    ) => Text("D text", text);

    [Function("Unrouted")]
    public static IResult Unrouted([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        Results.Text("Unrouted");

    private static IResult Text(string function, string value) => Results.Text($"{function}: {value}");
}
