using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Calls;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Requests;
using PaymentGateway.Http.Security;
using PaymentOperations.Calls;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Reconciliation;

namespace PaymentGateway.Http.Reconciliations;

/// <summary>Starts the reconciliation of a day.</summary>
public sealed class StartReconciliation(
    OnceOnlyPosts posts,
    IReconciliations reconciliations,
    ReconciliationSettings settings,
    TimeProvider time
)
{
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);

    [Function(nameof(StartReconciliation))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "merchants/{merchantId}/reconciliations")] HttpRequest request
    )
    {
        if (!IdempotencyKey.TryRead(request, out var key, out var refusedKey))
            return refusedKey;

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var (wanted, refused) = HasNoBody(request)
            ? (new StartRequest(null), null)
            : await JsonRequest.ReadAsync(request, (body, errors) => StartReader.Read(body, errors, today, settings.KeptDays));
        if (wanted is null)
            return refused!;

        var merchant = Caller.Of(request.HttpContext).Merchant;
        return await posts.RunAsync(
            new(merchant.Id, key, $"POST\n/merchants/{merchant.Id}/reconciliations\n{wanted.Date:O}"),
            () => StartAsync(merchant, wanted.Date ?? today),
            Answer,
            ApiJson.Plain.ReconciliationBody
        );
    }

    private static bool HasNoBody(HttpRequest request) =>
        request is { ContentType: null, ContentLength: null or 0 } && request.Headers.TransferEncoding.Count == 0;

    private async Task<(CallEnd<ReconciliationBody> End, Problem? Problem)> StartAsync(Merchant merchant, DateOnly date)
    {
        try
        {
            var run = await reconciliations.StartAsync(merchant, date, CancellationToken.None);
            return (new CallEnd<ReconciliationBody>.Done(ReconciliationBody.Of(run)), null);
        }
        catch (Exception exception) when (Outage.OfStorage(exception))
        {
            // If it was started all the same, the repetition finds it.
            return (
                new CallEnd<ReconciliationBody>.NotDone(),
                new(
                    ErrorCodes.Unavailable,
                    "Storage could not be reached in time. Repeat the request with the same Idempotency-Key."
                )
                {
                    RetryAfter = ComeBack,
                }
            );
        }
    }

    private static JsonAnswer<ReconciliationBody> Answer(ReconciliationBody body, bool replayed)
    {
        Dictionary<string, string> headers = new()
        {
            ["Location"] = $"/api/merchants/{body.MerchantId}/reconciliations/{body.Date}",
        };
        if (replayed)
            headers["Idempotency-Replayed"] = "true";
        return new(StatusCodes.Status202Accepted, body, ApiJson.Plain.ReconciliationBody) { Headers = headers };
    }
}
