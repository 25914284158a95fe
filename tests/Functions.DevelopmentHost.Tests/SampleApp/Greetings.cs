using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace SampleApp;

public sealed class Greetings(IConfiguration settings, Notebook notebook)
{
    [Function("Setting")]
    public IResult Setting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "settings/{name}")] HttpRequest request,
        string name
    ) => Results.Text(settings[name]);

    [Function("Variable")]
    public static IResult Variable(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "variables/{name}")] HttpRequest request,
        string name
    ) => Results.Text(Environment.GetEnvironmentVariable(name));

    /// <summary>Answers its first bytes at once, and the rest when it may.</summary>
    [Function("Slow")]
    public async Task SlowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        await request.HttpContext.Response.WriteAsync("running ", CancellationToken.None);
        await request.HttpContext.Response.Body.FlushAsync(CancellationToken.None);
        await request.HttpContext.Response.WriteAsync(await notebook.WaitAsync(cancellationToken), CancellationToken.None);
    }
}
