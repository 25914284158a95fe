using LocalFunctions.Functions;
using LocalFunctions.Hosting;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace LocalFunctions.Invocations;

/// <summary>Runs one invocation: its own scope, the middleware, the function. Exceptions reach the caller unwrapped.</summary>
internal sealed class FunctionInvoker(IServiceScopeFactory scopes, MiddlewarePipeline pipeline, ShutdownGrace grace)
{
    private readonly FunctionExecutionDelegate _run = pipeline.Around(FunctionCall.ExecuteAsync);

    public async Task InvokeAsync(FunctionEntry function, TriggerInput input, CancellationToken abandoned)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(abandoned, grace.Ended);
        using var trace = InvocationTrace.Start(input);

        var context = new LocalFunctionContext(function, input, scope.ServiceProvider, trace, cancellation.Token);
        await _run(context);
    }
}
