using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

public sealed class Requests(Notebook notebook)
{
    [Function("Headers")]
    public static IResult Headers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request,
        FunctionContext context
    ) =>
        Results.Json(
            new Dictionary<string, string>
            {
                ["address"] = request.GetDisplayUrl(),
                ["x-twice"] = string.Join('|', request.Headers["X-Twice"].ToArray()),
                ["invocation"] = context.InvocationId,
                ["x-ms-invocation-id"] = request.Headers["x-ms-invocation-id"].ToString(),
                ["trace"] = context.TraceContext.TraceParent,
                ["current"] = Activity.Current?.TraceId.ToHexString() ?? "",
            }
        );

    [Function("Length")]
    public static async Task<IResult> LengthAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
    {
        await request.Body.CopyToAsync(Stream.Null);
        return Results.Text($"{request.ContentLength}");
    }

    [Function("Waits")]
    public async Task<IResult> WaitsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request,
        CancellationToken cancellationToken
    ) => Results.Text(await notebook.WaitAsync(cancellationToken));
}

public static class Dying
{
    [Function("Dies")]
    public static void Dies([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Environment.Exit(9);
}
