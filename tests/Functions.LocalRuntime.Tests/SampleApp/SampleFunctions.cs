using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace SampleApp;

internal sealed class SampleFunctions(IConfiguration settings, IHostApplicationLifetime lifetime)
{
    [Function("Greeting")]
    public IResult Greeting([HttpTrigger("get")] HttpRequest request) => Results.Text(settings["Sample:Greeting"]);

    [Function("Variable")]
    public IResult Variable([HttpTrigger("get")] HttpRequest request) =>
        Results.Text(Environment.GetEnvironmentVariable("Sample__Greeting"));

    /// <summary>Answers its first bytes at once, and the rest when the app begins to stop.</summary>
    [Function("UntilStop")]
    public async Task UntilStop([HttpTrigger("get")] HttpRequest request)
    {
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStopping.Register(stopping.SetResult);
        await request.HttpContext.Response.WriteAsync("running ");
        await request.HttpContext.Response.Body.FlushAsync();
        await stopping.Task;
        await request.HttpContext.Response.WriteAsync("finished");
    }
}
