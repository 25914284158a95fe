using Microsoft.Azure.Functions.Worker;

namespace LocalFunctions.Invocations;

/// <summary>What one invocation was given and what it returned; kept among the context's features.</summary>
internal sealed class InvocationState(TriggerInput input)
{
    public TriggerInput Input => input;

    public object? Result { get; set; }

    public static InvocationState Of(FunctionContext context) =>
        context.Features.Get<InvocationState>()
        ?? throw new InvalidOperationException("This FunctionContext was not made by the local runtime.");
}
