using Microsoft.Azure.Functions.Worker;

namespace LocalFunctions.Invocations;

internal sealed class UntypedInvocationResult(InvocationState state) : InvocationResult
{
    public override object? Value
    {
        get => state.Result;
        set => state.Result = value;
    }
}
