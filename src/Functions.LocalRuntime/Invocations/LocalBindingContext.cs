using Microsoft.Azure.Functions.Worker;

namespace LocalFunctions.Invocations;

internal sealed class LocalBindingContext(IReadOnlyDictionary<string, object?> data) : BindingContext
{
    public override IReadOnlyDictionary<string, object?> BindingData => data;
}
