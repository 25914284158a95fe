using System.Diagnostics;

namespace LocalFunctions.Invocations;

/// <summary>The span of an invocation, named as the worker names it.</summary>
internal static class InvocationTrace
{
    public const string Source = "Microsoft.Azure.Functions.Worker";
    private const string Name = "Invoke";
    private static readonly ActivitySource Activities = new(Source);

    /// <summary>
    /// Goes on with the trace that came with the trigger, or begins one; what this process's own server was doing is left out, since in Azure the server is another process. There is a trace even if nobody records it.
    /// </summary>
    public static Activity Start(TriggerInput input)
    {
        Activity.Current = null;
        _ = ActivityContext.TryParse(input.TraceParent, null, isRemote: true, out var parent);
        return Activities.StartActivity(Name, ActivityKind.Server, parent) ?? StartUnrecorded(parent);
    }

    private static Activity StartUnrecorded(ActivityContext parent)
    {
        var activity = new Activity(Name).SetIdFormat(ActivityIdFormat.W3C);
        if (parent != default)
            activity.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
        return activity.Start();
    }
}
