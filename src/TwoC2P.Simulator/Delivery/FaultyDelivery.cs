using TwoC2P.Simulator.Faults;

namespace TwoC2P.Simulator.Delivery;

/// <summary>Delivers an answer, or spoils it in the way that was ordered.</summary>
internal sealed class FaultyDelivery(TimeProvider time, LateWork late, IHostApplicationLifetime lifetime)
{
    /// <summary>Where the redirect fault points to by default: a place that records who comes.</summary>
    public const string RedirectTarget = "/_control/redirect-target";

    private const string WrongKey = "not-the-key-of-any-merchant";

    public async Task DeliverAsync(HttpContext http, Work work)
    {
        work.FollowedBy(late.TakeNext(work.Call));
        try
        {
            await DeliverAsItIsAsync(http, work);
        }
        finally
        {
            work.DoWhatFollows();
        }
    }

    private async Task DeliverAsItIsAsync(HttpContext http, Work work)
    {
        var fault = work.Interruption;
        switch (fault?.Kind)
        {
            case FaultKinds.Delay:
                await DelayedAsync(http, work, fault);
                break;
            case FaultKinds.NoAnswer:
                await HoldAsync(http);
                break;
            case FaultKinds.ClosedAfterReading:
                http.Abort();
                break;
            case FaultKinds.LateWork:
                late.Hold(work, fault);
                http.Abort();
                break;
            case FaultKinds.AnswerLost:
                work.Do();
                http.Abort();
                break;
            case FaultKinds.Http500:
                await WriteAsync(
                    http,
                    StatusCodes.Status500InternalServerError,
                    "text/html",
                    "<html><body>Server Error</body></html>"
                );
                break;
            case FaultKinds.Html:
                await WriteAsync(http, StatusCodes.Status200OK, "text/html", "<html><body>Maintenance</body></html>");
                break;
            case FaultKinds.Redirect:
                http.Response.Redirect(fault.To ?? RedirectTarget);
                break;
            case FaultKinds.WrongHash:
                await AnswerAsync(http, work.Close(work.Do(), WrongKey));
                break;
            case FaultKinds.Truncated:
                var whole = work.Close(work.Do());
                await AnswerAsync(http, whole[..(whole.Length / 2)]);
                break;
            case FaultKinds.RefusalWithoutHash:
                await AnswerAsync(http, work.Close(work.Refuse(fault, signed: false)));
                break;
            case FaultKinds.RespondWith:
                await AnswerAsync(http, work.Close(work.Refuse(fault, signed: true)));
                break;
            default:
                await AnswerAsync(http, work.Close(work.Do()));
                break;
        }
    }

    private static Task AnswerAsync(HttpContext http, string body) =>
        WriteAsync(http, StatusCodes.Status200OK, "text/plain; charset=utf-8", body);

    private static Task WriteAsync(HttpContext http, int status, string contentType, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        return http.Response.WriteAsync(body);
    }

    private async Task DelayedAsync(HttpContext http, Work work, Fault fault)
    {
        // The work does not depend on the caller's patience: it is done even when the connection is gone by then.
        var before = fault.AfterWork ? work.Do() : null;
        await Task.Delay(fault.Delay, time, lifetime.ApplicationStopping);
        await AnswerAsync(http, work.Close(before ?? work.Do()));
    }

    private async Task HoldAsync(HttpContext http)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        http.Abort();
    }
}
