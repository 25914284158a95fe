namespace Microsoft.Azure.Functions.Worker;

#pragma warning disable MA0048, MA0049 // A file name cannot carry the type parameter.
public abstract class InvocationResult<T>
{
    public abstract T? Value { get; set; }
}
