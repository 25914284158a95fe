using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Calls;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using PaymentOperations.Calls;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentGateway.Http.Events;

/// <summary>Delivers events to the merchant's webhook again.</summary>
public sealed class RedeliverEvents(OnceOnlyPosts posts, IEvents events)
{
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);

    [Function(nameof(RedeliverEvents))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "merchants/{merchantId}/events/redelivery")]
            HttpRequest request
    )
    {
        if (!IdempotencyKey.TryRead(request, out var key, out var refusedKey))
            return refusedKey;

        var (wanted, refused) = await JsonRequest.ReadAsync(request, RedeliveryReader.Read);
        if (wanted is null)
            return refused!;

        var merchant = Caller.Of(request.HttpContext).Merchant;
        return await posts.RunAsync(
            new(merchant.Id, key, Fingerprint(merchant.Id, wanted)),
            async () => EndOf(wanted, await events.RedeliverAsync(merchant, wanted, CancellationToken.None)),
            Answer,
            ApiJson.Plain.RedeliveryBody
        );
    }

    private static (CallEnd<RedeliveryBody> End, Problem? Problem) EndOf(RedeliveryRequest wanted, RedeliveryResult result) =>
        result switch
        {
            RedeliveryResult.Accepted accepted => (
                new CallEnd<RedeliveryBody>.Done(new(accepted.Id.ToString(), accepted.At.UtcDateTime)),
                null
            ),
            RedeliveryResult.NotConfigured => (
                new CallEnd<RedeliveryBody>.NotDone(),
                new(
                    ErrorCodes.WebhookNotConfigured,
                    "Have Webhooks__Url set for the merchant, or read the events with GET …/events."
                )
            ),
            RedeliveryResult.NotFound missing => (
                new CallEnd<RedeliveryBody>.NotDone(),
                new(ErrorCodes.EventNotFound, "Check the ids that the errors name: this merchant has no such events.")
                {
                    Errors = Missing(wanted, missing.Ids),
                }
            ),
            RedeliveryResult.Unavailable => (
                new CallEnd<RedeliveryBody>.NotDone(),
                new(
                    ErrorCodes.Unavailable,
                    "Storage could not be reached in time. Repeat the request with the same Idempotency-Key."
                )
                {
                    RetryAfter = ComeBack,
                }
            ),
            _ => throw new InvalidOperationException("A result of a redelivery is not answered."),
        };

    private static RequestErrors Missing(RedeliveryRequest wanted, IReadOnlyList<PaymentEventId> missing)
    {
        var errors = new RequestErrors();
        foreach (var (index, id) in wanted.Ids.Index())
        {
            if (missing.Contains(id))
                errors.Add(string.Create(CultureInfo.InvariantCulture, $"ids[{index}]"), "There is no such event.");
        }

        return errors;
    }

    private static JsonAnswer<RedeliveryBody> Answer(RedeliveryBody body, bool replayed) =>
        new(StatusCodes.Status202Accepted, body, ApiJson.Plain.RedeliveryBody)
        {
            Headers = replayed
                ? new Dictionary<string, string> { ["Idempotency-Replayed"] = "true" }
                : new Dictionary<string, string>(),
        };

    private static string Fingerprint(MerchantId merchantId, RedeliveryRequest wanted) =>
        $"POST\n/merchants/{merchantId}/events/redelivery\n{string.Join(',', wanted.Ids)}\n{wanted.From:O}\n{wanted.To:O}";
}
