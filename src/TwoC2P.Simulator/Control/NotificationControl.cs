using TwoC2P.Simulator.Notifications;
using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.Control;

/// <summary>Sends callbacks on command, right and wrong ones, and lists what was sent.</summary>
internal static class NotificationControl
{
    public static void MapNotifications(this RouteGroupBuilder control)
    {
        control.MapPost("/notifications", SendAsync);
        control.MapGet(
            "/notifications",
            (string? merchantId, string? invoiceNo, NotificationLog log) => log.Read(merchantId, invoiceNo)
        );
    }

    private static async Task<IResult> SendAsync(
        NotificationCommand body,
        TransactionStore store,
        Notifier notifier,
        GatewayClock clock,
        CancellationToken cancellationToken
    )
    {
        if (NotificationChecks.Problem(body) is { } problem)
            return ControlApi.Bad(problem);
        if (store.Use(body.Key, transaction => OrderedNotice.Of(transaction, body, clock)) is not { } notice)
            return ControlApi.Missing("No such refund.");
        if (!Uri.TryCreate(notice.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return ControlApi.Bad("url: give one with http or https; the refund came without a notifyURL or this is none.");

        var sequence = Enumerable.Repeat(NotificationModes.Sequence(notice, body.Mode), body.Times).SelectMany(each => each);
        var rawPlus = body.Mode == NotificationModes.RawPlus;
        if (body.Seconds == 0)
            return Results.Ok(new { attempts = await notifier.SendEachAsync([.. sequence], rawPlus, cancellationToken) });

        notifier.SendEachLater([.. sequence], rawPlus, TimeSpan.FromSeconds(body.Seconds));
        return Results.Accepted("/_control/notifications", new { attempts = Array.Empty<NotificationAttempt>() });
    }
}
