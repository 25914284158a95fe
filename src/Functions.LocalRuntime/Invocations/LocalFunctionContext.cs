using System.Diagnostics;
using System.Security.Cryptography;
using LocalFunctions.Functions;
using Microsoft.Azure.Functions.Worker;

namespace LocalFunctions.Invocations;

internal sealed class LocalFunctionContext : FunctionContext
{
    public LocalFunctionContext(
        FunctionEntry function,
        TriggerInput input,
        IServiceProvider services,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        Function = function;
        InstanceServices = services;
        CancellationToken = cancellationToken;
        TraceContext = new LocalTraceContext(activity);
        BindingContext = new LocalBindingContext(input.BindingData);
        Features.Set(new InvocationState(input));
    }

    public FunctionEntry Function { get; }

    public override string InvocationId { get; } = new Guid(RandomNumberGenerator.GetBytes(16)).ToString();

    public override string FunctionId => Function.Definition.Id;

    public override TraceContext TraceContext { get; }

    public override BindingContext BindingContext { get; }

    /// <summary>Null, as on the real host for a function without a retry policy, although the type says otherwise.</summary>
    public override RetryContext RetryContext => null!;

    public override IServiceProvider InstanceServices { get; set; }

    public override FunctionDefinition FunctionDefinition => Function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken { get; }
}
