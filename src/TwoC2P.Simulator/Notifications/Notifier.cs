using System.Text;
using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.Faults;
using TwoC2P.Simulator.Jose;
using TwoC2P.Simulator.Merchants;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Notifications;

/// <summary>Posts refund results to merchants: form field <c>notifyResponse</c>, signed, repeated until a 2xx or the last attempt.</summary>
internal sealed partial class Notifier(
    IHttpClientFactory clients,
    MerchantDirectory merchants,
    Base64Envelope base64,
    Pkcs7Envelope pkcs7,
    JoseEnvelope jose,
    FaultQueue faults,
    NotificationLog log,
    BackgroundWork background,
    SimulatorOptions options,
    TimeProvider time,
    ILogger<Notifier> logger
)
{
    public const string ClientName = "notifications";

    /// <summary>Sends in the background, with retries.</summary>
    public void Enqueue(RefundNotice notice)
    {
        if (faults.TakeNotificationLoss(notice.Invoice.MerchantId, notice.Invoice.InvoiceNo))
        {
            log.Add(Attempt(notice, 0, httpStatus: null, "lost"));
            return;
        }

        background.Run(stopping => SendUntilAcceptedAsync(notice, stopping));
    }

    /// <summary>Sends each once, now, one after the other.</summary>
    public async Task<IReadOnlyList<NotificationAttempt>> SendEachAsync(
        IReadOnlyList<RefundNotice> notices,
        bool rawPlus,
        CancellationToken cancellationToken
    )
    {
        var attempts = new List<NotificationAttempt>();
        foreach (var notice in notices)
            attempts.Add(await SendOnceAsync(notice, rawPlus, attempts.Count + 1, cancellationToken));
        return attempts;
    }

    /// <summary>Sends each once, in the background, when the time has passed.</summary>
    public void SendEachLater(IReadOnlyList<RefundNotice> notices, bool rawPlus, TimeSpan delay) =>
        background.Run(async stopping =>
        {
            await Task.Delay(delay, time, stopping);
            await SendEachAsync(notices, rawPlus, stopping);
        });

    private async Task<NotificationAttempt> SendOnceAsync(
        RefundNotice notice,
        bool rawPlus,
        int attempt,
        CancellationToken cancellationToken
    )
    {
        var (httpStatus, outcome) = await PostAsync(notice, rawPlus, cancellationToken);
        var made = Attempt(notice, attempt, httpStatus, outcome);
        log.Add(made);
        LogAttempt(logger, attempt, outcome);
        return made;
    }

    private async Task SendUntilAcceptedAsync(RefundNotice notice, CancellationToken stopping)
    {
        var delay = TimeSpan.FromSeconds(options.NotifyDelaySeconds);
        for (var attempt = 1; attempt <= options.NotifyAttempts; attempt++)
        {
            var made = await SendOnceAsync(notice, options.NotifyRawPlus, attempt, stopping);
            if (made.HttpStatus is >= 200 and < 300 || attempt == options.NotifyAttempts)
                return;
            await Task.Delay(delay, time, stopping);
            delay *= 2;
        }
    }

    private async Task<(int? HttpStatus, string Outcome)> PostAsync(
        RefundNotice notice,
        bool rawPlus,
        CancellationToken cancellationToken
    )
    {
        var merchant = merchants.Find(notice.Invoice.MerchantId);
        var key = notice.KeyFor(merchant?.SecretKey);
        var text = EnvelopeOf(notice).Close(notice.Render(key), merchant, key);
        var value = rawPlus ? text : Uri.EscapeDataString(text);
        using var body = new StringContent($"notifyResponse={value}", Encoding.ASCII, "application/x-www-form-urlencoded");
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.PostAsync(new Uri(notice.Url), body, cancellationToken);
            return ((int)response.StatusCode, response.IsSuccessStatusCode ? "accepted" : "refused");
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            // The merchant may or may not have it; either way it is not acknowledged, so it is sent again.
            cancellationToken.ThrowIfCancellationRequested();
            return (null, "no answer");
        }
    }

    private IEnvelope EnvelopeOf(RefundNotice notice) =>
        notice.Envelope switch
        {
            EnvelopeKind.Jose => jose,
            EnvelopeKind.Pkcs7 => pkcs7,
            _ => base64,
        };

    private NotificationAttempt Attempt(RefundNotice notice, int attempt, int? httpStatus, string outcome) =>
        new(
            time.GetUtcNow(),
            notice.Invoice.MerchantId,
            notice.Invoice.InvoiceNo,
            notice.ReferenceNo,
            notice.Url,
            notice.Content.Status,
            attempt,
            httpStatus,
            outcome
        );

    [LoggerMessage(3001, LogLevel.Information, "Notification attempt {Attempt}: {Outcome}")]
    private static partial void LogAttempt(ILogger logger, int attempt, string outcome);
}
