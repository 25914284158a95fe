using DevelopmentHosting.Functions;
using DevelopmentHosting.Invocations;
using DevelopmentHosting.Protocol;
using Microsoft.Azure.WebJobs;

namespace DevelopmentHosting.Queues;

/// <summary>A job of the WebJobs SDK that hands each message on to a function of the app. The types that the SDK sees are made by <see cref="JobTypes"/>.</summary>
public abstract class TriggerJob
{
    private Function? _function;
    private FunctionInvoker? _invoker;

    internal void Serve(Function function, FunctionInvoker invoker) => (_function, _invoker) = (function, invoker);

    private protected async Task RunAsync(TypedData message, Binder binder, CancellationToken cancellationToken)
    {
        using var trace = InvocationActivity.Start(_function!.Name);
        var invocation = new Invocation(Identifiers.New(), message, MessageData.Metadata(binder.BindingData));
        await _invoker!.InvokeAsync(_function, invocation, cancellationToken);
    }
}
