using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace DevelopmentHosting.Http;

/// <summary>The trace of a request: the caller's, or one of its own. A function always has one, as in Azure.</summary>
internal static class RequestActivity
{
    /// <summary>Null when the server has started one.</summary>
    public static Activity? Start(HttpRequest request)
    {
        if (Activity.Current is not null)
            return null;

        var activity = new Activity("request").SetIdFormat(ActivityIdFormat.W3C);
        if (request.Headers.TraceParent is [{ } parent] && ActivityContext.TryParse(parent, request.Headers.TraceState, out _))
        {
            activity.SetParentId(parent);
            activity.TraceStateString = request.Headers.TraceState;
        }

        return activity.Start();
    }
}
