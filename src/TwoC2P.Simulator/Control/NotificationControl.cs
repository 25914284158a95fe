using TwoC2P.Simulator.Hosting;
using TwoC2P.Simulator.Notifications;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.Control;

/// <summary>Sends callbacks on command, right and wrong ones, and lists what was sent.</summary>
internal static class NotificationControl
{
    private static readonly string[] Modes = ["normal", "duplicate", "forged", "out-of-order", "raw-plus"];

    public static void MapNotifications(this RouteGroupBuilder control)
    {
        control.MapPost("/notifications", SendAsync);
        control.MapGet(
            "/notifications",
            (string? merchantId, string? invoiceNo, NotificationLog log) => log.Read(merchantId, invoiceNo)
        );
    }

    private static async Task<IResult> SendAsync(
        InvoiceCommand body,
        TransactionStore store,
        Notifier notifier,
        GatewayClock clock,
        CancellationToken cancellationToken
    )
    {
        var mode = body.Mode ?? "normal";
        if (!Modes.Contains(mode, StringComparer.Ordinal))
            return ControlApi.Bad($"mode is one of {string.Join(", ", Modes)}.");
        if (store.Use(body.Key, transaction => NoticeOf(transaction, body, clock)) is not { } notice)
            return ControlApi.Missing("No such refund.");
        if (!Uri.TryCreate(notice.Url, UriKind.Absolute, out _))
            return ControlApi.Bad("The refund came without a notifyURL: give url.");

        var attempts = new List<NotificationAttempt>();
        foreach (var each in Sequence(notice, mode))
        {
            attempts.Add(
                await notifier.SendOnceAsync(each, mode == "forged", mode == "raw-plus", attempts.Count + 1, cancellationToken)
            );
        }

        return Results.Ok(new { attempts });
    }

    private static RefundNotice? NoticeOf(Transaction? transaction, InvoiceCommand body, GatewayClock clock)
    {
        var refund = transaction?.Refunds.LastOrDefault(known =>
            body.ReferenceNo is null || known.ReferenceNo == body.ReferenceNo
        );
        if (transaction is null || refund is null)
            return null;
        var notice = RefundNotice.Of(transaction, refund, clock);
        // A forger claims what is worth claiming.
        var claim = body.Status ?? (body.Mode == "forged" ? "RF" : refund.Status);
        return notice.Claiming(claim) with { Url = body.Url ?? notice.Url };
    }

    private static IEnumerable<RefundNotice> Sequence(RefundNotice notice, string mode) =>
        mode switch
        {
            "duplicate" => [notice, notice],
            "out-of-order" => [notice, notice.Claiming("RP")],
            _ => [notice],
        };
}
