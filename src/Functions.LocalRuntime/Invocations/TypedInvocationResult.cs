using Microsoft.Azure.Functions.Worker;

namespace LocalFunctions.Invocations;

internal sealed class TypedInvocationResult<T>(InvocationState state) : InvocationResult<T>
{
    public override T? Value
    {
        get => (T?)state.Result;
        set => state.Result = value;
    }
}
