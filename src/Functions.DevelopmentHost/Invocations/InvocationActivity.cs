using System.Diagnostics;

namespace DevelopmentHosting.Invocations;

/// <summary>The trace of what no caller traces: each message and each tick begins one.</summary>
internal static class InvocationActivity
{
    /// <summary>Starts a trace of its own, whatever happens to be current.</summary>
    public static Activity Start(string function)
    {
        Activity.Current = null;
        return new Activity(function) { ActivityTraceFlags = ActivityTraceFlags.Recorded }
            .SetIdFormat(ActivityIdFormat.W3C)
            .Start();
    }
}
