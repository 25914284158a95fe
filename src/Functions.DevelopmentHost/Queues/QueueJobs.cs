using DevelopmentHosting.Functions;
using DevelopmentHosting.Invocations;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host;

namespace DevelopmentHosting.Queues;

/// <summary>Tells the WebJobs SDK which job types there are, and makes their instances.</summary>
internal sealed class QueueJobs(IReadOnlyDictionary<Type, Function> functions, FunctionInvoker invoker)
    : ITypeLocator,
        IJobActivator
{
    public IReadOnlyList<Type> GetTypes() => [.. functions.Keys];

    public T CreateInstance<T>()
    {
        var job = Activator.CreateInstance<T>();
        (job as TriggerJob)!.Serve(functions[typeof(T)], invoker);
        return job;
    }
}
