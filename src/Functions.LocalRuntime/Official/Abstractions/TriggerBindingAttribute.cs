namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

#pragma warning disable CA1012, MA0017 // The official type has a public constructor.
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute
{
    public TriggerBindingAttribute() { }
}
